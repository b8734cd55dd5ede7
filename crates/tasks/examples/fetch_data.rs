//! Three downloads, each a task with a handle: two seconds.
//!
//!     cargo run -p tasks --example fetch_data

use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::sleep;

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
    // Three tasks. They wait in the runtime's queue until main suspends.
    let tasks: Vec<JoinHandle<()>> =
        urls.into_iter().map(|url| tokio::spawn(fetch_data(url))).collect();
    // One handle after another. The tasks run meanwhile, so this adds no time.
    for task in tasks {
        task.await.unwrap();
    }
}
