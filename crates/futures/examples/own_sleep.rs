//! A sleep of one's own: a place to put nothing, and a task that fills it when the time has come.
//!
//!     cargo run -p futures --example own_sleep

use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::{Instant, sleep_until};

/// Like tokio's own, it counts from the call, not from the await.
fn own_sleep(duration: Duration) -> impl Future<Output = ()> {
    let deadline = Instant::now() + duration;
    let (ring, alarm) = oneshot::channel();
    tokio::spawn(async move {
        sleep_until(deadline).await;
        let _ = ring.send(()); // Err if nobody waits any more
    });
    async move { alarm.await.expect("the task rings before it ends") }
}

#[tracing::instrument] // a lane of its own in the recording; the program runs the same without
async fn nap(name: &str, seconds: u64) {
    own_sleep(Duration::from_secs(seconds)).await;
    println!("{name} slept {seconds} s");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let start = Instant::now();
    let early = own_sleep(Duration::from_secs(3)); // its time runs from here
    tokio::join!(nap("short", 1), nap("long", 2));
    println!("both after {} s", start.elapsed().as_secs());
    early.await;
    println!("early after {} s", start.elapsed().as_secs());
}
