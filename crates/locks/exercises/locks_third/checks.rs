//! To be written: what is called with what. Read it; it is not yours to change.

mod exercise;

use std::time::Duration;

use tokio::time::sleep;

/// Rests for so many seconds.
pub async fn rest(seconds: u64) -> u64 {
    println!("rests {seconds} s");
    sleep(Duration::from_secs(seconds)).await;
    println!("has rested {seconds} s");
    seconds
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (two, three) = exercise::both().await;
    println!("sum: {}", two + three);
}
