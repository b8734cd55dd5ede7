//! The call builds a value and prints nothing. The body begins when the value is awaited.
//!
//!     cargo run -p coroutines --example lazy_alike

use std::time::Duration;

use tokio::time::sleep;

async fn greet(name: &str) -> usize {
    println!("Hello, {name}!");
    name.len()
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let alice = greet("Alice"); // a future: the arguments are inside, the body has not begun
    println!("Alice's greeting is built.");
    sleep(Duration::from_secs(1)).await;
    println!("A second has passed.");
    let letters = alice.await; // now it begins
    println!("It returned {letters}.");

    // Never awaited, so it never begins. It is dropped at the end of main, and no one warns:
    // a variable holds it, so the compiler counts it as used.
    let _bob = greet("Bob");
    println!("Bob's greeting is built.");
}
