//! Right: the beginning is an `async fn` of its own, awaited inside.

use std::time::Duration;

use tokio::time::sleep;

async fn begin(to: &str) {
    println!("Dear {to},");
}

pub fn letter(to: &'static str) -> impl Future<Output = usize> {
    let beginning = begin(to);
    async move {
        beginning.await;
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
