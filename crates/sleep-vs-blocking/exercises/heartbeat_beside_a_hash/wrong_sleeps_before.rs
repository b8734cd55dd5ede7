//! Wrong: the heart beats before the computation, which then is in one go.
//! Earns: blocked the thread

use std::time::Duration;

use tokio::time::sleep;

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    sleep(Duration::from_millis(250)).await;
    let mut hash = SEED;
    for block in blocks {
        hash = mix(hash, *block);
    }
    hash
}
