//! Lend the handle to `timeout`, and abort when the time is over: the task cannot refuse.
//!
//!     cargo run -p tasks --example cannot_refuse

use std::time::Duration;

use tokio::time::{sleep, timeout};

async fn work() {
    println!("Task begins.");
    sleep(Duration::from_secs(3)).await; // the task gets no further than this
    println!("Task ends.");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let mut task = tokio::spawn(work());

    // The timeout drops a reference, and main keeps the handle.
    if timeout(Duration::from_secs(1), &mut task).await.is_err() {
        println!("main gives up.");
        task.abort();
    }

    match task.await {
        Ok(()) => println!("The handle says: done."),
        Err(error) if error.is_cancelled() => println!("The handle says: cancelled."),
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}
