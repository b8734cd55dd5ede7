//! Wrong: the end is reckoned at the call, and fits only a letter that is awaited a second later.
//! Earns: too early

use std::time::Duration;

use tokio::time::{Instant, sleep, sleep_until};

pub fn letter(to: &'static str) -> impl Future<Output = usize> {
    let end = Instant::now() + Duration::from_secs(3);
    async move {
        println!("Dear {to},");
        sleep_until(end).await;
        println!("Yours, Zoe");
        to.len()
    }
}

pub async fn errand() -> usize {
    let letter = letter("Alice");
    println!("Nothing is written yet.");
    sleep(Duration::from_secs(1)).await;
    letter.await
}
