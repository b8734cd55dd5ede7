//! A tokio sleep counts from the line that makes it, not from its `.await`.
//!
//!     cargo run -p sleep-vs-blocking --example sleep_starts_when_made

use std::time::Duration;

use tokio::time::{Instant, sleep};

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let start = Instant::now();
    let nap = sleep(Duration::from_secs(2)); // its deadline is fixed here

    sleep(Duration::from_secs(1)).await;
    println!("other work done after {} s", start.elapsed().as_secs());

    nap.await;
    println!("nap over after {} s", start.elapsed().as_secs());
}
