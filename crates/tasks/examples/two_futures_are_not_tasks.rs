//! The same two sayers without spawn: three seconds, not two.
//!
//!     cargo run -p tasks --example two_futures_are_not_tasks

use std::time::Duration;

use tokio::time::sleep;

async fn say_after(delay: Duration, what: &str) {
    sleep(delay).await;
    println!("{what}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let future1 = say_after(Duration::from_secs(1), "hello");
    let future2 = say_after(Duration::from_secs(2), "world");

    println!("Made two futures...");
    future1.await;
    future2.await; // its body begins here, when the first is over
    println!("Futures finished.");
}
