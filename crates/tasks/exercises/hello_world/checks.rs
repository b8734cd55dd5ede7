//! Calls your `greet`, and says when it is back. Read it; it is not yours to change.

mod exercise;

use std::time::Duration;

use tokio::time::sleep;

/// Waits so many seconds, and says it then.
#[tracing::instrument]
pub async fn say_after(seconds: u64, what: &str) {
    println!("{what}: waits {seconds} s");
    sleep(Duration::from_secs(seconds)).await;
    println!("{what}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    exercise::greet().await;
    println!("greet is back");
}
