//! Wrong: one turn for the others before the long computation, and none within it.
//! Earns: blocked the thread

use tokio::task::yield_now;

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    yield_now().await;
    let mut hash = SEED;
    for block in blocks {
        hash = mix(hash, *block);
    }
    hash
}
