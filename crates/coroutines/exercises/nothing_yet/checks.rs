//! Calls your `errand`, and then builds one more letter for which nobody waits. Read it; it is not yours
//! to change.

mod exercise;

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let letters = exercise::errand().await;
    println!("The name has {letters} letters.");
    drop(exercise::letter("Bob"));
    println!("Nobody waited for the letter to Bob.");
}
