//! The whole body of an `async fn` waits for the first poll: that is what Python's `async def` does too.

use std::time::Duration;

use tokio::time::sleep;

pub async fn letter(to: &str) -> usize {
    println!("Dear {to},");
    sleep(Duration::from_secs(2)).await;
    println!("Yours, Zoe");
    to.len()
}

pub async fn errand() -> usize {
    let letter = letter("Alice");
    println!("Nothing is written yet.");
    sleep(Duration::from_secs(1)).await;
    letter.await
}
