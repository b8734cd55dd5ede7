//! Waiting for one moment after another.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use super::{Instant, Sleep, sleep_until};

/// What an interval does about moments that are past.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MissedTickBehavior {
    /// They come at once, one after another.
    #[default]
    Burst,
    /// From now on the period counts anew.
    Delay,
    /// They are left out.
    Skip,
}

/// Moments that are one period apart.
#[derive(Debug)]
pub struct Interval {
    sleep: Sleep,
    period: Duration,
    missed: MissedTickBehavior,
}

/// The first moment is now.
pub fn interval(period: Duration) -> Interval {
    interval_at(Instant::now(), period)
}

/// The first moment is `start`.
///
/// # Panics
///
/// If the period is nothing.
pub fn interval_at(start: Instant, period: Duration) -> Interval {
    assert!(!period.is_zero(), "`period` must be non-zero.");
    Interval { sleep: sleep_until(start), period, missed: MissedTickBehavior::default() }
}

impl Interval {
    /// Waits for the next moment.
    pub async fn tick(&mut self) -> Instant {
        poll_fn(|context| self.poll_tick(context)).await
    }

    /// As [`Self::tick`].
    pub fn poll_tick(&mut self, context: &mut Context<'_>) -> Poll<Instant> {
        let due = self.sleep.deadline();
        match Pin::new(&mut self.sleep).poll(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(()) => {
                let next = self.after(due, Instant::now());
                Pin::new(&mut self.sleep).reset(next);
                Poll::Ready(due)
            }
        }
    }

    /// The moment after `due`, which came at `now`. tokio forgives 5 ms.
    fn after(&self, due: Instant, now: Instant) -> Instant {
        if now <= due + Duration::from_millis(5) {
            return due + self.period;
        }
        match self.missed {
            MissedTickBehavior::Burst => due + self.period,
            MissedTickBehavior::Delay => now + self.period,
            MissedTickBehavior::Skip => {
                let late = (now - due).as_nanos() % self.period.as_nanos();
                now + self.period - Duration::from_nanos(late.try_into().unwrap_or(u64::MAX))
            }
        }
    }

    /// The next moment is one period from now.
    pub fn reset(&mut self) {
        Pin::new(&mut self.sleep).reset(Instant::now() + self.period);
    }

    /// The next moment is now.
    pub fn reset_immediately(&mut self) {
        Pin::new(&mut self.sleep).reset(Instant::now());
    }

    /// The time from one moment to the next.
    pub fn period(&self) -> Duration {
        self.period
    }

    /// What it does about moments that are past.
    pub fn missed_tick_behavior(&self) -> MissedTickBehavior {
        self.missed
    }

    /// What it is to do about moments that are past.
    pub fn set_missed_tick_behavior(&mut self, behavior: MissedTickBehavior) {
        self.missed = behavior;
    }
}
