//! Wrong: `block_in_place` hands the other tasks to another worker, and this runtime has none.
//! Earns: panicked

use tokio::task::block_in_place;

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    block_in_place(|| blocks.iter().fold(SEED, |hash, block| mix(hash, *block)))
}
