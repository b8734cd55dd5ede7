//! # One poll at a time
//!
//! Drive a future to its result by hand: poll it until it is ready, and return the result together with the
//! number of times it was suspended, that is, of the polls that were answered with `Poll::Pending`.
//! It must work for every future that waits for nothing, however often it is suspended: never, seven times, or
//! a thousand. Such a future may be polled again at once, and must be: not all of them wake whoever polls them.
//! A future that was ready must not be polled any more.
//! You have std and tokio; the crate `futures` is not here.
//!
//! **First step:** what does the function do with a future that is suspended once?
//!
//! **Before you go on:** poll once more after the result. Who notices, and what does asyncio say instead?
//!
//!     cargo xtask check one_poll_at_a_time

use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub fn drive<F: Future>(future: F) -> (F::Output, u32) {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    match future.as_mut().poll(&mut context) {
        Poll::Ready(result) => (result, 0),
        Poll::Pending => panic!("it is not ready"),
    }
}
