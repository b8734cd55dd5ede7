//! Wrong: the alarm takes the waker of the first poll along, and whoever polls later is never woken.
//! Earns: deadlock

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::Instant;

use crate::call_at;

pub fn nap(duration: Duration) -> impl Future<Output = ()> {
    Nap { deadline: Instant::now() + duration, is_set: false }
}

struct Nap {
    deadline: Instant,
    is_set: bool,
}

impl Future for Nap {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if Instant::now() >= self.deadline {
            return Poll::Ready(());
        }
        if !self.is_set {
            self.is_set = true;
            let waker = context.waker().clone();
            call_at(self.deadline, || waker.wake());
        }
        Poll::Pending
    }
}
