//! Wrong: polled where it lies, without a promise that it stays there.
//! Earns: does not compile

use std::task::{Context, Poll, Waker};

pub fn drive<F: Future>(mut future: F) -> (F::Output, u32) {
    let mut context = Context::from_waker(Waker::noop());
    let mut suspended = 0;
    loop {
        match future.poll(&mut context) {
            Poll::Ready(result) => return (result, suspended),
            Poll::Pending => suspended += 1,
        }
    }
}
