//! To be written: what this program shows, in one line.
//!
//!     cargo run -p semaphores

use std::time::Duration;

use tokio::time::sleep;

async fn step(name: &str) {
    println!("{name} begins");
    sleep(Duration::from_secs(1)).await;
    println!("{name} ends");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    step("one").await;
    step("two").await;
}
