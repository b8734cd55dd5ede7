//! Has your `share` give one value to three readers. Read it; it is not yours to change.

mod exercise;

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::time::sleep;

static COMPUTED: AtomicU32 = AtomicU32::new(0);

/// Computes the value, for 2 s.
#[tracing::instrument]
pub async fn compute() -> u64 {
    COMPUTED.fetch_add(1, Ordering::Relaxed);
    sleep(Duration::from_secs(2)).await;
    42
}

/// Comes after so many seconds, and waits for the value.
#[tracing::instrument(skip(value))]
pub async fn reader(name: &str, comes_after: u64, value: impl Future<Output = u64>) {
    sleep(Duration::from_secs(comes_after)).await;
    println!("{name} comes");
    let value = value.await;
    println!("{name} has {value}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    exercise::share().await;
    match COMPUTED.load(Ordering::Relaxed) {
        times @ 0..=1 => println!("computed: {times}"),
        times => println!("computed more than once: {times}"),
    }
}
