//! Wrong: the result is that of the one name that was seen.
//! Earns: wrong result

use std::time::Duration;

use tokio::time::sleep;

pub async fn letter(to: &str) -> usize {
    println!("Dear {to},");
    sleep(Duration::from_secs(2)).await;
    println!("Yours, Zoe");
    5
}

pub async fn errand() -> usize {
    let letter = letter("Alice");
    println!("Nothing is written yet.");
    sleep(Duration::from_secs(1)).await;
    letter.await
}
