//! Four pages, two in flight, in the order of the list: one that is done keeps its place until its turn.
//!
//!     cargo run -p streams --example in_order

use std::time::Duration;

use futures::stream::{self, StreamExt};
use tokio::time::sleep;

#[tracing::instrument]
async fn fetch(page: u32, seconds: u64) -> u32 {
    println!("page {page} is fetched");
    sleep(Duration::from_secs(seconds)).await; // stands in for the network
    page
}

// ANCHOR: main
#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let mut pages = stream::iter([(1, 3), (2, 1), (3, 1), (4, 2)])
        .map(|(page, seconds)| fetch(page, seconds))
        .buffered(2);
    while let Some(page) = pages.next().await {
        println!("page {page} is here");
    }
}
// ANCHOR_END: main
