//! Three downloads at once: two seconds, not six.
//!
//!     cargo run -p gather

use std::time::Duration;

use futures::future::join_all;
use tokio::time::sleep;

#[tracing::instrument] // a lane of its own in the recording; the program runs the same without
async fn fetch_data(url: &str) {
    println!("Fetching data from {url}...");
    sleep(Duration::from_secs(2)).await; // stands in for the network
    println!("Data fetched from {url}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let urls = [
        "https://api.example.com/data1",
        "https://api.example.com/data2",
        "https://api.example.com/data3",
    ];
    // Three futures. Nothing has run yet: a call of an async function builds a value.
    let downloads: Vec<_> = urls.into_iter().map(fetch_data).collect();
    // One future that polls all three, in the order of the list. No task is made.
    join_all(downloads).await;
}
