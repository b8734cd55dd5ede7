//! Calls your `errand`, then builds a second letter and awaits it four seconds later, and a third for which
//! nobody waits. Read it; it is not yours to change.

mod exercise;

use std::time::Duration;

use tokio::time::sleep;

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let letters = exercise::errand().await;
    println!("The name has {letters} letters.");
    let second = exercise::letter("Christopher");
    println!("The second letter is built.");
    sleep(Duration::from_secs(4)).await;
    println!("The second letter is awaited.");
    println!("The name has {} letters.", second.await);
    drop(exercise::letter("Bob"));
    println!("Nobody waited for the letter to Bob.");
}
