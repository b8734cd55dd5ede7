//! Wrong: `thread::yield_now` offers the core to other threads; the other tasks are on this one.
//! Earns: blocked the thread

use std::thread;

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    let mut hash = SEED;
    for block in blocks {
        hash = mix(hash, *block);
        thread::yield_now();
    }
    hash
}
