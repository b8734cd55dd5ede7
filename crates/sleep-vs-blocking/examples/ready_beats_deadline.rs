//! Both are over by the time anybody looks, the work and its limit: the work counts.
//!
//!     cargo run -p sleep-vs-blocking --example ready_beats_deadline

use std::thread;
use std::time::Duration;

use tokio::task::yield_now;
use tokio::time::{sleep, timeout};

async fn limited(work: Duration) -> &'static str {
    match timeout(Duration::from_millis(200), sleep(work)).await {
        Ok(()) => "done",
        Err(_) => "timed out",
    }
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    let quick = tokio::spawn(limited(Duration::from_millis(100)));
    let slow = tokio::spawn(limited(Duration::from_millis(600)));
    yield_now().await; // both begin

    thread::sleep(Duration::from_millis(400)); // nobody can look at a timer
    println!("quick: {}", quick.await.unwrap());
    println!("slow: {}", slow.await.unwrap());
}
