//! The same limit with no task and no semaphore: a stream that has two futures under way.
//!
//!     cargo run -p semaphores --example two_in_the_stream
//!
//! No twin: asyncio has no stream with a number of coroutines under way.

use std::time::Duration;

use futures::stream::{self, StreamExt};
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
    let loads = stream::iter(pages).map(|(page, seconds)| load(page, seconds));
    loads.buffer_unordered(2).collect::<()>().await;
}
// ANCHOR_END: main
