//! A sleep that blocks the thread, and a sleep that suspends one coroutine.
//!
//!     cargo run -p sleep-vs-blocking

use std::thread;
use std::time::Duration;

use tokio::time::sleep;

#[tracing::instrument]
async fn coroutine_1() {
    println!("Pausing coroutine 1 ...");
    sleep(Duration::from_secs(1)).await;
    println!("After a pause, resuming coroutine 1 ...");
}

#[tracing::instrument]
async fn coroutine_2() {
    println!("coroutine_2() is executed because coroutine_1() is on pause");
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    println!("**** Synchronous sleep ****");
    thread::sleep(Duration::from_secs(2)); // no .await: the thread stops, and all that runs on it
    println!("This will be printed after 2 seconds, as entire thread was blocked");

    println!("**** Asynchronous sleep ****");
    tokio::join!(coroutine_1(), coroutine_2());
}
