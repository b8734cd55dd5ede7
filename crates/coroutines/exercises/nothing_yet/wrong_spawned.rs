//! Wrong: a task is taken for something that waits to be awaited; it begins by itself.
//! Earns: too early

use std::time::Duration;

use tokio::time::sleep;

use tokio::task::JoinHandle;

pub async fn letter(to: &str) -> usize {
    println!("Dear {to},");
    sleep(Duration::from_secs(2)).await;
    println!("Yours, Zoe");
    to.len()
}

pub async fn errand() -> usize {
    let letter: JoinHandle<usize> = tokio::spawn(letter("Alice"));
    println!("Nothing is written yet.");
    sleep(Duration::from_secs(1)).await;
    letter.await.expect("a letter does not panic")
}
