//! The same calls on threads of their own: they overlap, and the heartbeat is on time.
//!
//!     cargo run -p sleep-vs-blocking --example spawn_blocking

use std::thread;
use std::time::Duration;

use tokio::task::spawn_blocking;
use tokio::time::sleep;

async fn heartbeat() {
    sleep(Duration::from_millis(100)).await;
    println!("heartbeat, due at 100 ms");
}

async fn load(name: &str, time: Duration) {
    spawn_blocking(move || thread::sleep(time)).await.unwrap(); // a closure, not a future
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
