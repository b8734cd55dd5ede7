//! Calls your `start_up`, and says when the program is ready. Read it; it is not yours to change.

mod exercise;

use std::time::Duration;

use tokio::task;
use tokio::time::sleep;

/// Reads the settings: three seconds.
#[tracing::instrument]
pub async fn set_up() {
    println!("set-up: begins, {}", place());
    sleep(Duration::from_secs(3)).await;
    println!("set-up: done");
}

/// Fills the cache, in two seconds, or the index, in four; gives the number of its entries.
#[tracing::instrument]
pub async fn warm(name: &str) -> u32 {
    println!("{name}: begins, {}", place());
    let (seconds, entries) = if name == "cache" { (2, 20) } else { (4, 40) };
    sleep(Duration::from_secs(seconds)).await;
    println!("{name}: warm, {entries} entries");
    entries
}

/// Whether this runs in a task that was spawned. `main`, and with it `start_up`, is none.
fn place() -> &'static str {
    if task::try_id().is_some() { "in a task" } else { "in start_up" }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (cache, index) = exercise::start_up().await;
    println!("ready, with {cache} and {index} entries");
}
