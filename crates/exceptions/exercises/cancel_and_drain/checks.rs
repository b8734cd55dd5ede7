//! Calls your `task_group` for two groups, and prints what it reports, when, and who is still alive then.

mod exercise;

use std::future::poll_fn;
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::task::Poll;
use std::time::Duration;

use tokio::time::{Instant, sleep, sleep_until};

static ALIVE: AtomicUsize = AtomicUsize::new(0);
static FAILED: AtomicUsize = AtomicUsize::new(0);

/// What became of a group of workers.
pub struct Report {
    /// The names of those that finished.
    pub finished: Vec<&'static str>,
    /// The errors of those that failed.
    pub failed: Vec<String>,
}

/// Somebody at work, from its first poll until it is dropped.
struct AtWork;

impl Drop for AtWork {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, SeqCst);
    }
}

/// Works, and gives its own name: `a` finishes after 1 s, `d` after 4. `c` fails after 2 s, and `b` would
/// after 3. `e` and `f` both fail after 1 s, and `g` takes 4.
pub async fn work(name: &'static str) -> Result<&'static str, String> {
    ALIVE.fetch_add(1, SeqCst);
    let _at_work = AtWork;
    let (seconds, fails) = match name {
        "a" => (1, false),
        "b" => (3, true),
        "c" => (2, true),
        "e" | "f" => (1, true),
        _ => (4, false),
    };
    sleep(Duration::from_secs(seconds)).await;
    if "abcd".contains(name) {
        println!("{name} {}", if fails { "fails" } else { "finishes" });
    }
    if fails {
        FAILED.fetch_add(1, SeqCst);
        return Err(format!("{name} failed"));
    }
    Ok(name)
}

/// Polls a group ten times whenever it is polled: a future may be polled more often than it is woken, in a
/// `join!` for one, and whoever yields in it may go on before anybody else has run.
async fn polled_often(group: impl Future<Output = Report>) -> Report {
    let mut group = pin!(group);
    poll_fn(|context| {
        let mut polls = (0..10).map(|_| group.as_mut().poll(context));
        polls.find(Poll::is_ready).unwrap_or(Poll::Pending)
    })
    .await
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let begun = Instant::now();
    let report = polled_often(exercise::task_group(&["a", "b", "c", "d"])).await;
    println!("workers alive when task_group returned: {}", ALIVE.load(SeqCst));
    println!("finished: {:?}", report.finished);
    println!("failed: {:?}", report.failed);
    sleep_until(begun + Duration::from_secs(5)).await;
    println!("a second group: e and f fail at the same moment");
    FAILED.store(0, SeqCst);
    let report = polled_often(exercise::task_group(&["e", "f", "g"])).await;
    println!("workers alive when task_group returned: {}", ALIVE.load(SeqCst));
    println!("errors not reported: {}", FAILED.load(SeqCst).abs_diff(report.failed.len()));
}
