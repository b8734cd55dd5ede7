//! Right: everybody else has a turn after each third block, 30 ms; the heart beats later than it would.

use tokio::task::yield_now;

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    let mut hash = SEED;
    for few in blocks.chunks(3) {
        for block in few {
            hash = mix(hash, *block);
        }
        yield_now().await;
    }
    hash
}
