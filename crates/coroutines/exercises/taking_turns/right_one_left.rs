//! Right: rounds until one is ready, then the other alone.

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
        if let Poll::Ready(first) = a.as_mut().poll(&mut context) {
            return (first, alone(b));
        }
        if let Poll::Ready(second) = b.as_mut().poll(&mut context) {
            return (alone(a), second);
        }
    }
}
