//! Both greetings are built before either is awaited. Still two seconds.
//!
//!     cargo run -p coroutines --example built_first

use std::time::Duration;

use tokio::time::sleep;

async fn greet(name: &str) {
    println!("Hello, {name}!");
    sleep(Duration::from_secs(1)).await;
    println!("Goodbye, {name}!");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let alice = greet("Alice");
    let bob = greet("Bob"); // two futures exist and none has begun
    alice.await; // runs alice and nothing else
    bob.await;
}
