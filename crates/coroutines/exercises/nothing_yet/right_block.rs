//! Right: the function stays plain, and all of the work is inside its block.

use std::time::Duration;

use tokio::time::sleep;

pub fn letter(to: &'static str) -> impl Future<Output = usize> {
    async move {
        println!("Dear {to},");
        sleep(Duration::from_secs(2)).await;
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
