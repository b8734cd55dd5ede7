//! Two pages in flight, and a slow reader: while the reader works, nobody polls the page in flight.
//!
//!     cargo run -p streams --example nobody_polls

use std::time::Duration;

use futures::stream::{self, StreamExt};
use tokio::time::sleep;

#[tracing::instrument]
async fn fetch(page: u32, seconds: u64) -> u32 {
    sleep(Duration::from_secs(seconds)).await;
    println!("page {page} has its headers");
    sleep(Duration::from_secs(seconds)).await;
    println!("page {page} has its body");
    page
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let mut pages =
        stream::iter([(1, 1), (2, 3)]).map(|(page, seconds)| fetch(page, seconds)).buffered(2);
    while let Some(page) = pages.next().await {
        println!("main reads page {page}");
        sleep(Duration::from_secs(5)).await;
    }
    println!("main has read both");
}
