//! Calls your `task_group`, and prints what it reports, when, and who is still alive then.

mod exercise;

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use tokio::time::{Instant, sleep, sleep_until};

static ALIVE: AtomicUsize = AtomicUsize::new(0);

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

/// Works, and gives its own name: a finishes after 1 s, d after 4. c fails after 2 s, and b would after 3.
pub async fn work(name: &'static str) -> Result<&'static str, String> {
    ALIVE.fetch_add(1, SeqCst);
    let _at_work = AtWork;
    let (seconds, fails) = match name {
        "a" => (1, false),
        "b" => (3, true),
        "c" => (2, true),
        _ => (4, false),
    };
    sleep(Duration::from_secs(seconds)).await;
    println!("{name} {}", if fails { "fails" } else { "finishes" });
    if fails { Err(format!("{name} failed")) } else { Ok(name) }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let begun = Instant::now();
    let report = exercise::task_group(&["a", "b", "c", "d"]).await;
    println!("workers alive when task_group returned: {}", ALIVE.load(SeqCst));
    println!("finished: {:?}", report.finished);
    println!("failed: {:?}", report.failed);
    sleep_until(begun + Duration::from_secs(5)).await;
    println!("main ends");
}
