//! A race: the loser is dropped.

use std::time::Duration;

#[tracing::instrument]
async fn hare() {
    tokio::time::sleep(Duration::from_secs(1)).await;
}

#[tracing::instrument]
async fn tortoise() {
    tokio::time::sleep(Duration::from_secs(2)).await;
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    tokio::select! {
        biased;
        () = tortoise() => println!("tortoise"),
        () = hare() => println!("hare"),
    }
}
