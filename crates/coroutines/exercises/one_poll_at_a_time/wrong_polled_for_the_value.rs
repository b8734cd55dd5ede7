//! Wrong: one poll asks whether it is ready, another fetches the value.
//! Earns: panicked

use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub fn drive<F: Future>(future: F) -> (F::Output, u32) {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    let mut suspended = 0;
    while future.as_mut().poll(&mut context).is_pending() {
        suspended += 1;
    }
    let Poll::Ready(result) = future.as_mut().poll(&mut context) else {
        panic!("it was ready a moment ago")
    };
    (result, suspended)
}
