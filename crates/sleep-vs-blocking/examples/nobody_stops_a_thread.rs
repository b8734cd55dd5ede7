//! A blocking call that has begun runs to its end, and `abort` changes nothing.
//!
//!     cargo run -p sleep-vs-blocking --example nobody_stops_a_thread

use std::thread;
use std::time::Duration;

use tokio::task::spawn_blocking;
use tokio::time::sleep;

fn load() {
    thread::sleep(Duration::from_millis(600)); // stands in for a blocking library call
    println!("file loaded");
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    let call = spawn_blocking(load);
    sleep(Duration::from_millis(200)).await;

    call.abort();
    println!("main gives up.");

    match call.await {
        Ok(()) => println!("The handle says: done."),
        Err(_) => println!("The handle says: cancelled."),
    }
}
