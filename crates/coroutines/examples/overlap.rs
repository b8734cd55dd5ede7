//! The same two greetings, waited for together: one second, not two.
//!
//!     cargo run -p coroutines --example overlap

use std::time::Duration;

use tokio::join;
use tokio::time::sleep;

#[tracing::instrument] // a lane of its own in the recording; the program runs the same without
async fn greet(name: &str) {
    println!("Hello, {name}!");
    sleep(Duration::from_secs(1)).await;
    println!("Goodbye, {name}!");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    // While one is suspended the other runs. `biased;` polls them in the order written, every time.
    join!(biased; greet("Alice"), greet("Bob"));
}
