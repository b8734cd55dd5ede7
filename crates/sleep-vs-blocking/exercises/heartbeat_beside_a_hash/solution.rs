//! The whole computation goes to a thread of its own. It cannot borrow the blocks, because it may outlive
//! whoever asked for it, so it gets a copy.

use tokio::task::spawn_blocking;

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    let blocks = blocks.to_vec();
    spawn_blocking(move || blocks.into_iter().fold(SEED, mix)).await.expect("mix does not panic")
}
