//! Wrong: the line is printed before the letter is built, and the letter is as hasty as it was.
//! Earns: ran at the call

use std::time::Duration;

use tokio::time::sleep;

pub fn letter(to: &'static str) -> impl Future<Output = usize> {
    println!("Dear {to},");
    async move {
        sleep(Duration::from_secs(2)).await;
        println!("Yours, Zoe");
        to.len()
    }
}

pub async fn errand() -> usize {
    println!("Nothing is written yet.");
    sleep(Duration::from_secs(1)).await;
    letter("Alice").await
}
