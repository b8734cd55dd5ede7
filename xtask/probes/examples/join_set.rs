//! Tasks of a set, taken as they end.

use std::time::Duration;

use tokio::task::JoinSet;

async fn worker(seconds: u64) -> u64 {
    tokio::time::sleep(Duration::from_secs(seconds)).await;
    seconds
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let mut set = JoinSet::new();
    set.spawn(worker(2));
    set.spawn(worker(1));
    while let Some(seconds) = set.join_next().await {
        println!("{}", seconds.expect("worker returns"));
    }
}
