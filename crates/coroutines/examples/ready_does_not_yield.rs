//! Awaiting a coroutine that never suspends lets nobody else in: it runs like a plain call.
//!
//!     cargo run -p coroutines --example ready_does_not_yield

use std::time::Duration;

use tokio::time::sleep;

async fn answer() -> u32 {
    42 // no .await inside: a coroutine all the same, one that is ready at the first poll
}

async fn other() {
    println!("other: runs");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let task = tokio::spawn(other()); // queued behind main, and ready to run
    println!("main: other is ready");
    let number = answer().await; // no suspension: main keeps the thread
    println!("main: awaited {number}");
    assert!(!task.is_finished());

    sleep(Duration::from_secs(1)).await; // a suspension: the thread is free
    println!("main: slept");
    assert!(task.is_finished());
}
