//! Wrong: polled until it is ready; but what it waits for is brought about by this very thread.
//! Earns: endless loop

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    follow(start, |page| {
        let mut link = pin!(link(page));
        let mut context = Context::from_waker(Waker::noop());
        loop {
            if let Poll::Ready(next) = link.as_mut().poll(&mut context) {
                return next;
            }
        }
    })
}
