//! Sets a paused clock to a whole tick of its runtime's timers.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::task::{Context, Waker};
use std::time::Duration;

use tokio::time::Instant;

const TICK: Duration = Duration::from_millis(1);

/// Moves the paused clock of the current runtime on to the next whole millisecond since the runtime
/// began.
///
/// tokio's timers count milliseconds from then and round up, so that on a clock that was paused
/// between two of them each sleep would take one too many. To be called before the runtime has
/// waited for anything. Does nothing in a runtime without timers.
pub fn to_the_tick() {
    let aligned = catch_unwind(AssertUnwindSafe(|| {
        let age = Instant::now().duration_since(beginning());
        let beyond = Duration::from_nanos(u64::from(age.subsec_nanos()) % 1_000_000);
        if !beyond.is_zero() {
            poll_once(pin!(tokio::time::advance(TICK - beyond)));
        }
    }));
    drop(aligned);
}

/// When the runtime's timers began to count: the latest instant for which a timer is over at once.
fn beginning() -> Instant {
    let mut over = Duration::from_secs(3600);
    let mut not_over = Duration::ZERO;
    let now = Instant::now();
    while over - not_over > Duration::from_nanos(1) {
        let middle = not_over + (over - not_over) / 2;
        match now.checked_sub(middle) {
            Some(instant) if !is_over(instant) => not_over = middle,
            _ => over = middle,
        }
    }
    now - over
}

fn is_over(deadline: Instant) -> bool {
    poll_once(pin!(tokio::time::sleep_until(deadline)))
}

fn poll_once<F: Future>(future: Pin<&mut F>) -> bool {
    future.poll(&mut Context::from_waker(Waker::noop())).is_ready()
}
