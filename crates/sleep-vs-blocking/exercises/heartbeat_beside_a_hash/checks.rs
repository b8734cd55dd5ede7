//! Calls your `hash` beside a heartbeat, and prints what comes back and whether the heart beat meanwhile.

mod exercise;

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::{Duration, Instant};

use tokio::time::sleep;

/// The hash of nothing.
pub const SEED: u64 = 0xcbf2_9ce4_8422_2325;

static BEATS: AtomicUsize = AtomicUsize::new(0);
static AT_THE_FIRST_BLOCK: OnceLock<usize> = OnceLock::new();
static AT_THE_LAST_BLOCK: AtomicUsize = AtomicUsize::new(0);

/// Works one more block into a hash: 10 ms of computing.
pub fn mix(hash: u64, block: u64) -> u64 {
    AT_THE_FIRST_BLOCK.get_or_init(|| BEATS.load(SeqCst));
    let until = Instant::now() + Duration::from_millis(10);
    while Instant::now() < until {
        std::hint::spin_loop(); // computes as hard as a better hash would
    }
    AT_THE_LAST_BLOCK.store(BEATS.load(SeqCst), SeqCst);
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
    heart.abort();
    heart.await.expect_err("it has no end of its own");
    println!("hash: {hash:016x}");
    let before = AT_THE_FIRST_BLOCK.get().copied().unwrap_or_default();
    let beats = match AT_THE_LAST_BLOCK.load(SeqCst) - before {
        0 => "never",
        1 => "once",
        2 => "twice",
        _ => "three times or more",
    };
    println!("between the first block and the last the heart beat {beats}");
}
