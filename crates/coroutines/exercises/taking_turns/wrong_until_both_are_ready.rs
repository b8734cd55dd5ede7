//! Wrong: both are polled until both are ready in the same round, the finished one again and again.
//! Earns: panicked

use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let mut context = Context::from_waker(Waker::noop());
    loop {
        let first = a.as_mut().poll(&mut context);
        let second = b.as_mut().poll(&mut context);
        if let (Poll::Ready(first), Poll::Ready(second)) = (first, second) {
            return (first, second);
        }
    }
}
