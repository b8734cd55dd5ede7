//! Wrong: the sleep is built at the call, and its two seconds begin there.
//! Earns: too early

use std::time::Duration;

use tokio::time::sleep;

pub fn letter(to: &'static str) -> impl Future<Output = usize> {
    let writing = sleep(Duration::from_secs(2));
    async move {
        println!("Dear {to},");
        writing.await;
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
