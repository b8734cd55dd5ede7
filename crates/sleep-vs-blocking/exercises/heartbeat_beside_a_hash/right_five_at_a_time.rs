//! Right: 50 ms at a time, as long as is allowed.

use tokio::task::yield_now;

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    let mut hash = SEED;
    for few in blocks.chunks(5) {
        for block in few {
            hash = mix(hash, *block);
        }
        yield_now().await;
    }
    hash
}
