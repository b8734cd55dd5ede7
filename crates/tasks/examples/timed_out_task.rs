//! A timeout around a handle gives up the handle, and the task runs on.
//!
//!     cargo run -p tasks --example timed_out_task

use std::time::Duration;

use tokio::time::{sleep, timeout};

async fn say_after(delay: Duration, what: &str) {
    sleep(delay).await;
    println!("{what}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let task = tokio::spawn(say_after(Duration::from_secs(2), "hello"));

    // What the timeout drops is the handle.
    if timeout(Duration::from_secs(1), task).await.is_err() {
        println!("main gives up.");
    }

    sleep(Duration::from_secs(2)).await;
    println!("main returns.");
}
