//! One loop is a round. Each result waits in its `Option`, which also tells who is still to be polled.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let mut context = Context::from_waker(Waker::noop());
    let (mut first, mut second) = (None, None);
    loop {
        if first.is_none()
            && let Poll::Ready(result) = a.as_mut().poll(&mut context)
        {
            first = Some(result);
        }
        if second.is_none()
            && let Poll::Ready(result) = b.as_mut().poll(&mut context)
        {
            second = Some(result);
        }
        (first, second) = match (first, second) {
            (Some(first), Some(second)) => return (first, second),
            not_yet => not_yet,
        };
    }
}
