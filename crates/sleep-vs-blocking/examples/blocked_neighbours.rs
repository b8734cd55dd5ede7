//! Three blocking calls in joined coroutines run one after another, and the heartbeat waits.
//!
//!     cargo run -p sleep-vs-blocking --example blocked_neighbours

use std::thread;
use std::time::Duration;

use tokio::time::sleep;

#[tracing::instrument]
async fn heartbeat() {
    sleep(Duration::from_millis(100)).await;
    println!("heartbeat, due at 100 ms");
}

#[tracing::instrument]
async fn load(name: &str, time: Duration) {
    thread::sleep(time); // stands in for a blocking library call
    println!("{name} loaded");
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    tokio::join!(
        heartbeat(),
        load("large file", Duration::from_millis(600)),
        load("medium file", Duration::from_millis(400)),
        load("small file", Duration::from_millis(200)),
    );
}
