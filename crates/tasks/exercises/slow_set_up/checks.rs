//! Calls your `start_up`, and says when the program is ready. Read it; it is not yours to change.

mod exercise;

use std::time::Duration;

use tokio::time::sleep;

/// Reads the settings: three seconds.
#[tracing::instrument]
pub async fn set_up() {
    sleep(Duration::from_secs(3)).await;
    println!("set-up done");
}

/// Fills the cache, in two seconds, or the index, in four; gives the number of its entries.
#[tracing::instrument]
pub async fn warm(name: &str) -> u32 {
    println!("{name}: begins");
    let (seconds, entries) = if name == "cache" { (2, 20) } else { (4, 40) };
    sleep(Duration::from_secs(seconds)).await;
    println!("{name}: warm, {entries} entries");
    entries
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (cache, index) = exercise::start_up().await;
    println!("ready, with {cache} and {index} entries");
}
