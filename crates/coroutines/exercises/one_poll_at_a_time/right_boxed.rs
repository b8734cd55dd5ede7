//! Right: the polls as an iterator, of which the first result is taken; pinned in a box.

use std::task::{Context, Poll, Waker};

pub fn drive<F: Future>(future: F) -> (F::Output, u32) {
    let mut future = Box::pin(future);
    let mut context = Context::from_waker(Waker::noop());
    let results = (0..).find_map(|suspended| match future.as_mut().poll(&mut context) {
        Poll::Ready(result) => Some((result, suspended)),
        Poll::Pending => None,
    });
    results.expect("the numbers go on until it is ready")
}
