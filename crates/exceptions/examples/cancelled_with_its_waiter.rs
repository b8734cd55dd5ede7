//! A wait for two tasks is given up after half a second: the handles are dropped, and both run on.
//!
//!     cargo run -p exceptions --example cancelled_with_its_waiter

use std::time::Duration;

use futures::future::join_all;
use tokio::time::{sleep, timeout};

/// Says so if it is dropped before its worker has ended.
struct CutOff {
    name: &'static str,
    ended: bool,
}

impl Drop for CutOff {
    fn drop(&mut self) {
        if !self.ended {
            println!("{} is cut off", self.name);
        }
    }
}

async fn worker(name: &'static str, seconds: u64) {
    let mut guard = CutOff { name, ended: false };
    println!("{name} starts");
    sleep(Duration::from_secs(seconds)).await;
    guard.ended = true;
    println!("{name} finishes");
}

// ANCHOR: main
#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let handles = [("a", 1), ("b", 2)].map(|(name, seconds)| tokio::spawn(worker(name, seconds)));
    if timeout(Duration::from_millis(500), join_all(handles)).await.is_err() {
        println!("main gives up");
    }
    sleep(Duration::from_secs(3)).await; // main goes on, and so do the others
    println!("main ends");
}
// ANCHOR_END: main
