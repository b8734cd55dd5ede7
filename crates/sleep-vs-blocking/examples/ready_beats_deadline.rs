//! Three pieces of work have a limit of 200 ms, and one of them blocks the thread for 400.
//!
//!     cargo run -p sleep-vs-blocking --example ready_beats_deadline

use std::thread;
use std::time::Duration;

use tokio::time::{sleep, timeout};

async fn limited(work: impl Future<Output = ()>) -> &'static str {
    match timeout(Duration::from_millis(200), work).await {
        Ok(()) => "done",
        Err(_) => "timed out",
    }
}

async fn block(time: Duration) {
    thread::sleep(time); // nobody can look at a timer
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    let quick = tokio::spawn(limited(sleep(Duration::from_millis(100))));
    let slow = tokio::spawn(limited(sleep(Duration::from_millis(600))));
    let blocking = tokio::spawn(limited(block(Duration::from_millis(400))));

    println!("quick: {}", quick.await.unwrap());
    println!("slow: {}", slow.await.unwrap());
    println!("blocking: {}", blocking.await.unwrap());
}
