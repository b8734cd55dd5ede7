//! # A sleep of your own
//!
//! `nap(duration)` returns a future that is over when `duration` has passed, counted from the call of
//! `nap`, and not from its first poll: that is how tokio's own `sleep` counts.
//! Build it from one alarm: `call_at(when, call)` returns at once, and calls the function `call` when it
//! is `when`. Each nap sets one alarm, once, and the alarm wakes who awaits the nap. Until then the nap
//! is `Pending`, however often it is polled, for whatever reason.
//! The checks take a nap of 2 s; then they call `nap` for 3 s. 1 s later they poll it once, with a waker
//! that wakes nobody, and then await it, beside something that ticks. So the first is over at 2 s, the
//! second at 5 s, and two alarms were set. A last nap, of no time at all, is awaited 1 s after its call,
//! and is over at once.
//!
//! You are given `call_at(when: Instant, call: impl FnOnce() + Send + 'static)`. The `Nap` below may
//! have other fields, or give way to another kind of future. `tokio::time::sleep` is not for use here.
//!
//! **First step:** the `Nap` says `Pending` and promises nobody a wake. Who should call the waker, when?
//!
//! **Before you go on:** drop a nap before it is over. Whom does your alarm wake?
//!
//!     cargo xtask check nap

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

    fn poll(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<()> {
        if Instant::now() >= self.deadline {
            return Poll::Ready(());
        }
        Poll::Pending
    }
}
