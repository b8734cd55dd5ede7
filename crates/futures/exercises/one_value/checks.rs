//! Has your `share` give one value to three readers, twice. Read it; it is not yours to change.

mod exercise;

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::time::sleep;

static CALL: AtomicU32 = AtomicU32::new(0);
static COMPUTED: AtomicU32 = AtomicU32::new(0);
static DONE: AtomicU32 = AtomicU32::new(0);

fn is_second_call() -> bool {
    CALL.load(Ordering::Relaxed) == 2
}

/// Computes the value, for 2 s, and in the second call for 2.25 s.
#[tracing::instrument]
pub async fn compute() -> u64 {
    COMPUTED.fetch_add(1, Ordering::Relaxed);
    sleep(Duration::from_millis(if is_second_call() { 2250 } else { 2000 })).await;
    42
}

/// Comes after so many seconds, and waits for the value. In the second call `b` takes 3 s to
/// read it.
#[tracing::instrument(skip(value))]
pub async fn reader(name: &str, comes_after: u64, value: impl Future<Output = u64>) {
    sleep(Duration::from_secs(comes_after)).await;
    println!("{name} comes");
    let value = value.await;
    println!("{name} has {value}");
    if is_second_call() && name == "b" {
        sleep(Duration::from_secs(3)).await;
        println!("b has read it");
    }
    DONE.fetch_add(1, Ordering::Relaxed);
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    for call in 1..=2 {
        CALL.store(call, Ordering::Relaxed);
        exercise::share().await;
        println!("share is over, readers done: {}", DONE.swap(0, Ordering::Relaxed));
        match COMPUTED.swap(0, Ordering::Relaxed) {
            times @ 0..=1 => println!("computed: {times}"),
            times => println!("computed more than once: {times}"),
        }
    }
}
