//! Two different coroutines at once: the one that does not wait prints first.
//!
//!     cargo run -p gather --example immediately

use std::time::Duration;

use tokio::time::sleep;

#[tracing::instrument]
async fn task1() {
    sleep(Duration::from_secs(1)).await;
    println!("This will be printed after 1 second pause");
}

#[tracing::instrument]
async fn task2() {
    println!("This will be printed immediately");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    // The number of futures stands in the source, so join! can hold them all, each of its own type.
    tokio::join!(task1(), task2());
}
