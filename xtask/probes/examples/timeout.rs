//! A deadline that passes: what it bounds is dropped.

use std::time::Duration;

use tokio::time::{sleep, timeout};

#[tracing::instrument]
async fn slow() {
    sleep(Duration::from_secs(5)).await;
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let outcome = timeout(Duration::from_secs(1), slow()).await;
    println!("{}", outcome.is_err());
}
