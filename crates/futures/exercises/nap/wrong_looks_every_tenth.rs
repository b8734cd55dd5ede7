//! Wrong: is woken each tenth of a second, to see whether it is time.
//! Earns: looks again and again

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::Instant;

use crate::call_at;

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
        let waker = context.waker().clone();
        call_at(Instant::now() + Duration::from_millis(100), || waker.wake());
        Poll::Pending
    }
}
