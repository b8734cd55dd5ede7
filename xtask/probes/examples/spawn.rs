//! A spawned task, awaited by its handle.

use std::time::Duration;

async fn worker() -> u32 {
    tokio::time::sleep(Duration::from_secs(1)).await;
    7
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let handle = tokio::spawn(worker());
    let seven = handle.await;
    println!("{}", seven.expect("worker returns"));
}
