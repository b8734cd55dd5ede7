//! Two greetings, one awaited after the other: two seconds.
//!
//!     cargo run -p coroutines

use std::time::Duration;

use tokio::time::sleep;

async fn greet(name: &str) {
    println!("Hello, {name}!");
    sleep(Duration::from_secs(1)).await; // suspends here for one second
    println!("Goodbye, {name}!");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    // The call builds a future, .await runs it to its end. Only then is the next line reached.
    greet("Alice").await;
    greet("Bob").await;
}
