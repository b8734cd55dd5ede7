//! Wrong: two halves of 300 ms each, and all the beats in the pause between them.
//! Earns: blocked the thread

use std::time::Duration;

use tokio::time::sleep;

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    let mut hash = SEED;
    for half in blocks.chunks(30) {
        hash = half.iter().fold(hash, |hash, block| mix(hash, *block));
        sleep(Duration::from_millis(250)).await;
    }
    hash
}
