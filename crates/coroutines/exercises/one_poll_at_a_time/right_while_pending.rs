//! Right: a function of its own for the one step, as `send(None)` is in Python.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

fn step<F: Future>(future: Pin<&mut F>) -> Option<F::Output> {
    match future.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}

pub fn drive<F: Future>(future: F) -> (F::Output, u32) {
    let mut future = pin!(future);
    let mut suspended = 0;
    loop {
        if let Some(result) = step(future.as_mut()) {
            return (result, suspended);
        }
        suspended += 1;
    }
}
