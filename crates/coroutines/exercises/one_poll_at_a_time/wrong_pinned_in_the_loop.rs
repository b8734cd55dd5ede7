//! Wrong: pinned anew for each poll; but the first `pin!` has taken the future.
//! Earns: does not compile

use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub fn drive<F: Future>(future: F) -> (F::Output, u32) {
    let mut context = Context::from_waker(Waker::noop());
    let mut suspended = 0;
    loop {
        match pin!(future).poll(&mut context) {
            Poll::Ready(result) => return (result, suspended),
            Poll::Pending => suspended += 1,
        }
    }
}
