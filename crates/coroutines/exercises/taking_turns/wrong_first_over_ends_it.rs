//! Wrong: the loop ends with the first result, and expects the other to be there.
//! Earns: panicked

use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let mut context = Context::from_waker(Waker::noop());
    loop {
        let first = a.as_mut().poll(&mut context);
        let second = b.as_mut().poll(&mut context);
        match (first, second) {
            (Poll::Ready(first), Poll::Ready(second)) => return (first, second),
            (Poll::Pending, Poll::Pending) => {}
            _ => panic!("one is ready and the other is not"),
        }
    }
}
