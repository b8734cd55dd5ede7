//! The same four pages, two in flight, each given when it ends: a place is free as soon as one is done.
//!
//!     cargo run -p streams --example as_they_end

use std::time::Duration;

use futures::stream::{self, StreamExt};
use tokio::time::sleep;

#[tracing::instrument]
async fn fetch(page: u32, seconds: u64) -> u32 {
    println!("page {page} is fetched");
    sleep(Duration::from_secs(seconds)).await; // stands in for the network
    page
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let mut pages = stream::iter([(1, 3), (2, 1), (3, 1), (4, 2)])
        .map(|(page, seconds)| fetch(page, seconds))
        .buffer_unordered(2);
    while let Some(page) = pages.next().await {
        println!("page {page} is here");
    }
}
