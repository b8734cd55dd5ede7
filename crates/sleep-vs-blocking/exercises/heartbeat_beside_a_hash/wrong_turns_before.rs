//! Wrong: twelve turns for the heart in advance, and none while the hash is computed.
//! Earns: blocked the thread

use std::time::Duration;

use tokio::time::sleep;

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    for _ in 0..12 {
        sleep(Duration::from_millis(20)).await;
    }
    blocks.iter().fold(SEED, |hash, block| mix(hash, *block))
}
