//! Calls your `hash` beside a heartbeat, and prints what comes back and whether the heart beat.

mod exercise;

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::{Duration, Instant};

use tokio::time::sleep;

/// The hash of nothing.
pub const SEED: u64 = 0xcbf2_9ce4_8422_2325;

static BEATS: AtomicUsize = AtomicUsize::new(0);

/// Works one more block into a hash: 10 ms of computing.
pub fn mix(hash: u64, block: u64) -> u64 {
    let until = Instant::now() + Duration::from_millis(10);
    while Instant::now() < until {
        std::hint::spin_loop(); // computes as hard as a better hash would
    }
    (hash ^ block).wrapping_mul(0x100_0000_01b3)
}

async fn heartbeat() {
    loop {
        sleep(Duration::from_millis(20)).await;
        BEATS.fetch_add(1, SeqCst);
    }
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    let heart = tokio::spawn(heartbeat());
    let blocks: Vec<u64> = (1..=60).collect();
    let hash: u64 = exercise::hash(&blocks).await;
    let beats = BEATS.load(SeqCst);
    heart.abort();
    heart.await.expect_err("it has no end of its own");
    println!("hash: {hash:016x}");
    let heart = if beats >= 10 { "went on" } else { "stood still" };
    println!("the heartbeat {heart}");
}
