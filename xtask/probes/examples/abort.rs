//! A task that is aborted while it is suspended, and one that was never polled.

use std::time::Duration;

async fn worker() {
    tokio::time::sleep(Duration::from_secs(5)).await;
}

async fn never_begins() {}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let handle = tokio::spawn(worker());
    tokio::time::sleep(Duration::from_secs(1)).await;
    let unborn = tokio::spawn(never_begins());
    handle.abort();
    unborn.abort();
    println!("{}", handle.await.expect_err("it was aborted").is_cancelled());
    println!("{}", unborn.await.expect_err("it was aborted").is_cancelled());
}
