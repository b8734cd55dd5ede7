//! main returns before the task has run: the task prints nothing.
//!
//!     cargo run -p tasks --example main_returns_first

use std::time::Duration;

use tokio::time::sleep;

/// Prints when it is dropped. This is the place of a `finally`.
struct Farewell;

impl Drop for Farewell {
    fn drop(&mut self) {
        println!("Task cleaned up.");
    }
}

async fn work() {
    println!("Task begins.");
    let _farewell = Farewell;
    sleep(Duration::from_secs(10)).await;
    println!("Task ends.");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    tokio::spawn(work());
    println!("main returns.");
    // The runtime drops every task that is left. This one was never polled:
    // its first line has not run, and there is no Farewell to drop.
}
