//! A task whose handle is dropped runs on.
//!
//!     cargo run -p tasks --example dropped_handle

use std::time::Duration;

use tokio::time::sleep;

async fn say_after(delay: Duration, what: &str) {
    sleep(delay).await;
    println!("{what}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let task = tokio::spawn(say_after(Duration::from_secs(1), "hello"));
    drop(task); // detached: nobody can await it any more, and nothing stops it
    println!("Dropped the handle.");

    sleep(Duration::from_secs(2)).await;
    println!("main returns.");
}
