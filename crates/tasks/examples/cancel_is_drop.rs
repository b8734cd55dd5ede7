//! abort drops the future where it waits: `Drop` runs, and nothing can refuse.
//!
//!     cargo run -p tasks --example cancel_is_drop

use std::time::Duration;

use tokio::time::{Instant, sleep};

struct CleanUp;

impl Drop for CleanUp {
    fn drop(&mut self) {
        println!("Clean-up."); // the place of the `finally`; no .await can stand in here
    }
}

async fn work() {
    let _clean_up = CleanUp;
    println!("Task begins.");
    sleep(Duration::from_secs(10)).await; // the task gets no further than this
    println!("Task ends.");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let task = tokio::spawn(work());
    sleep(Duration::from_secs(1)).await;

    let asked = Instant::now();
    task.abort();
    println!("Asked it to stop.");

    let error = task.await.unwrap_err();
    assert!(error.is_cancelled());
    println!("It stopped after {} s.", asked.elapsed().as_secs());
}
