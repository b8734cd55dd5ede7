//! One worker of two is blocked: another task runs on, what shares the blocked task waits.
//!
//! asyncio has no twin for it: its loop has one thread.
//!
//!     cargo run -p sleep-vs-blocking --example another_worker

use std::thread;
use std::time::Duration;

use tokio::time::sleep;

async fn heartbeat(whose: &str) {
    sleep(Duration::from_millis(200)).await;
    println!("heartbeat of {whose}, due at 200 ms");
}

async fn load(name: &str, time: Duration) {
    thread::sleep(time); // stands in for a blocking library call
    println!("{name} loaded");
}

#[meanwhile::main(flavor = "multi_thread", worker_threads = 2, clock = "real")]
async fn main() {
    let blocking = tokio::spawn(async {
        tokio::join!(heartbeat("the blocking task"), load("large file", Duration::from_millis(600)))
    });
    let other = tokio::spawn(heartbeat("another task"));

    other.await.unwrap();
    blocking.await.unwrap();
}
