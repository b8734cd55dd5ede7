//! Wrong: the hash in one go, and then a sleep in which the heart beats as if nothing had been.
//! Earns: blocked the thread

use std::time::Duration;

use tokio::time::sleep;

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    let hash = blocks.iter().fold(SEED, |hash, block| mix(hash, *block));
    sleep(Duration::from_millis(250)).await;
    hash
}
