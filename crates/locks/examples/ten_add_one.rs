//! Ten add one, four times over: it matters where the lock begins and ends, not that there is one.
//!
//!     cargo run -p locks --example ten_add_one

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::time::Duration;

use futures::future::join_all;
use tokio::time::{Instant, sleep};

const ASKED: Duration = Duration::from_secs(1); // how long it takes to ask somebody

async fn locks_twice(count: &Mutex<u32>) {
    let read = *count.lock().unwrap(); // the guard is dropped at the semicolon
    sleep(ASKED).await;
    *count.lock().unwrap() = read + 1;
}

async fn locks_briefly(count: &Mutex<u32>) {
    sleep(ASKED).await;
    *count.lock().unwrap() += 1;
}

async fn locks_over_the_await(count: &tokio::sync::Mutex<u32>) {
    let mut count = count.lock().await;
    let read = *count;
    sleep(ASKED).await;
    *count = read + 1;
}

async fn adds_atomically(count: &AtomicU32) {
    sleep(ASKED).await;
    count.fetch_add(1, Relaxed);
}

fn says(what: &str, count: u32, start: Instant) {
    println!("{what}: {count} after {} s", start.elapsed().as_secs());
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (start, count) = (Instant::now(), Mutex::new(0));
    join_all((0..10).map(|_| locks_twice(&count))).await;
    says("locked twice", count.into_inner().unwrap(), start);

    let (start, count) = (Instant::now(), Mutex::new(0));
    join_all((0..10).map(|_| locks_briefly(&count))).await;
    says("locked briefly", count.into_inner().unwrap(), start);

    let (start, count) = (Instant::now(), tokio::sync::Mutex::new(0));
    join_all((0..10).map(|_| locks_over_the_await(&count))).await;
    says("locked over the await", count.into_inner(), start);

    let (start, count) = (Instant::now(), AtomicU32::new(0));
    join_all((0..10).map(|_| adds_atomically(&count))).await;
    says("not locked, atomic", count.into_inner(), start);
}
