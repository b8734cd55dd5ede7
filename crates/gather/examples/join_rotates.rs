//! The same three downloads through `tokio::join!`: on the virtual clock they end in another order.
//!
//!     cargo run -p gather --example join_rotates

use std::time::Duration;

use tokio::time::sleep;

#[tracing::instrument]
async fn fetch_data(url: &str) {
    println!("Fetching data from {url}...");
    sleep(Duration::from_secs(2)).await; // stands in for the network
    println!("Data fetched from {url}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    // One future that polls three. Each time it is polled it begins with the next one.
    tokio::join!(
        fetch_data("https://api.example.com/data1"),
        fetch_data("https://api.example.com/data2"),
        fetch_data("https://api.example.com/data3"),
    );
}
