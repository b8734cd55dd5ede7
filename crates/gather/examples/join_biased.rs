//! `join!` with `biased;` begins with the first branch every time it is polled.
//!
//! asyncio has no twin for it: `gather` makes tasks and has no such switch.
//!
//!     cargo run -p gather --example join_biased

use std::time::Duration;

use tokio::time::sleep;

#[tracing::instrument]
async fn fetch_data(url: &str) {
    println!("Fetching data from {url}...");
    sleep(Duration::from_secs(2)).await; // stands in for the network
    println!("Data fetched from {url}");
}

// ANCHOR: main
#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    tokio::join!(
        biased;
        fetch_data("https://api.example.com/data1"),
        fetch_data("https://api.example.com/data2"),
        fetch_data("https://api.example.com/data3"),
    );
}
// ANCHOR_END: main
