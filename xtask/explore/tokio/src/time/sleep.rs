//! Waiting for a moment.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use explorer::clock::Timer;

use super::Instant;

/// Waits for a moment. Its timer begins with its first poll, its time with its making.
#[derive(Debug)]
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Sleep {
    deadline: Instant,
    timer: Option<Timer>,
    is_over: bool,
}

/// Waits so long.
pub fn sleep(duration: Duration) -> Sleep {
    sleep_until(Instant(Instant::now().0.saturating_add(duration)))
}

/// Waits for this moment.
pub fn sleep_until(deadline: Instant) -> Sleep {
    Sleep { deadline, timer: None, is_over: false }
}

impl Sleep {
    /// The moment.
    pub fn deadline(&self) -> Instant {
        self.deadline
    }

    /// Whether it has come.
    pub fn is_elapsed(&self) -> bool {
        self.is_over || self.timer.as_ref().is_some_and(Timer::has_fired)
    }

    /// Waits for another moment from now on.
    pub fn reset(mut self: Pin<&mut Self>, deadline: Instant) {
        self.deadline = deadline;
        self.timer = None;
        self.is_over = false;
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        match &self.timer {
            None if self.deadline <= Instant::now() => self.is_over = true,
            None => self.timer = Some(Timer::new(self.deadline.0, context.waker())),
            Some(timer) if !timer.has_fired() => timer.wake(context.waker()),
            Some(_) => self.is_over = true,
        }
        if self.is_over { Poll::Ready(()) } else { Poll::Pending }
    }
}
