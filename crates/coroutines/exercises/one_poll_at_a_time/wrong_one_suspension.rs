//! Wrong: it notes that the future was suspended, and not how often.
//! Earns: wrong result

use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub fn drive<F: Future>(future: F) -> (F::Output, u32) {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    let mut suspended = 0;
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(result) => return (result, suspended),
            Poll::Pending => suspended = 1,
        }
    }
}
