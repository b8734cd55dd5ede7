//! Wrong: both are polled before either answer is looked at; if both are ready, one of them is polled again.
//! Earns: panicked

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

fn alone<F: Future>(mut future: Pin<&mut F>) -> F::Output {
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(result) = future.as_mut().poll(&mut context) {
            return result;
        }
    }
}

pub fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let mut context = Context::from_waker(Waker::noop());
    loop {
        let (first, second) = (a.as_mut().poll(&mut context), b.as_mut().poll(&mut context));
        match (first, second) {
            (Poll::Ready(first), _) => return (first, alone(b)),
            (_, Poll::Ready(second)) => return (alone(a), second),
            (Poll::Pending, Poll::Pending) => {}
        }
    }
}
