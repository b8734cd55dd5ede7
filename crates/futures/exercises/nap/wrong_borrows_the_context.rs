//! Wrong: the alarm takes the waker itself along, which belongs to whoever polls.
//! Earns: does not compile

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
            call_at(self.deadline, || context.waker().wake_by_ref());
        }
        Poll::Pending
    }
}
