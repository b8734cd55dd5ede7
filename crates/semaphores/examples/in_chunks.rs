//! Two, then the next two, then the last one: each chunk waits for the slowest of the one before.
//!
//!     cargo run -p semaphores --example in_chunks

use std::time::Duration;

use futures::future::join_all;
use tokio::time::sleep;

#[tracing::instrument]
async fn load(page: &str, seconds: u64) {
    println!("{page} begins");
    sleep(Duration::from_secs(seconds)).await;
    println!("{page} ends");
}

// ANCHOR: main
#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let pages = [("a", 3), ("b", 1), ("c", 1), ("d", 2), ("e", 2)];
    for chunk in pages.chunks(2) {
        join_all(chunk.iter().map(|(page, seconds)| load(page, *seconds))).await;
    }
}
// ANCHOR_END: main
