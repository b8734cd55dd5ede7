//! Both workers of two are blocked: even the sleep of main ends late.
//!
//! asyncio has no twin for it: its loop has one thread.
//!
//!     cargo run -p sleep-vs-blocking --example every_worker_blocked

use std::thread;
use std::time::Duration;

use tokio::time::sleep;

async fn load(name: &str, time: Duration) {
    thread::sleep(time); // stands in for a blocking library call
    println!("{name} loaded");
}

#[meanwhile::main(flavor = "multi_thread", worker_threads = 2, clock = "real")]
async fn main() {
    let medium = tokio::spawn(load("medium file", Duration::from_millis(600)));
    let large = tokio::spawn(load("large file", Duration::from_millis(900)));

    // main has a thread of its own, but the timers are kept by the workers.
    sleep(Duration::from_millis(200)).await;
    println!("heartbeat of main, due at 200 ms");

    medium.await.unwrap();
    large.await.unwrap();
}
