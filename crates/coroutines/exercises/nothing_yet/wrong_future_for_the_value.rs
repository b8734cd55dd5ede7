//! Wrong: the future is taken for its value.
//! Earns: does not compile

use std::time::Duration;

use tokio::time::sleep;

pub async fn letter(to: &str) -> usize {
    println!("Dear {to},");
    sleep(Duration::from_secs(2)).await;
    println!("Yours, Zoe");
    to.len()
}

pub async fn errand() -> usize {
    let letters = letter("Alice");
    println!("Nothing is written yet.");
    sleep(Duration::from_secs(1)).await;
    letters
}
