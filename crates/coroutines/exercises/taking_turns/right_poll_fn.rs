//! Right: the two made into one future, and one loop that polls it.

use std::future::poll_fn;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let (mut first, mut second) = (Poll::Pending, Poll::Pending);
    let mut joined = poll_fn(|context| {
        if first.is_pending() {
            first = a.as_mut().poll(context);
        }
        if second.is_pending() {
            second = b.as_mut().poll(context);
        }
        if first.is_pending() || second.is_pending() { Poll::Pending } else { Poll::Ready(()) }
    });
    let mut context = Context::from_waker(Waker::noop());
    while pin!(&mut joined).poll(&mut context).is_pending() {}
    match (first, second) {
        (Poll::Ready(first), Poll::Ready(second)) => (first, second),
        _ => unreachable!("both are ready"),
    }
}
