//! Wrong: `poll` sleeps itself, and the whole thread with it.
//! Earns: blocked the thread

use std::pin::Pin;
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

pub fn nap(duration: Duration) -> impl Future<Output = ()> {
    Nap(duration)
}

struct Nap(Duration);

impl Future for Nap {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        thread::sleep(self.0);
        Poll::Ready(())
    }
}
