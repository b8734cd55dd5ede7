//! Wrong: a future that is not ready asks to be polled again, at once.
//! Earns: endless loop

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::Instant;

pub fn nap(duration: Duration) -> impl Future<Output = ()> {
    Nap { deadline: Instant::now() + duration }
}

struct Nap {
    deadline: Instant,
}

impl Future for Nap {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if Instant::now() >= self.deadline {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
