//! Wrong: the computation is on another thread, as it should be, and does not begin from `SEED`.
//! Earns: wrong result

use tokio::task::spawn_blocking;

use crate::mix;

pub async fn hash(blocks: &[u64]) -> u64 {
    let blocks = blocks.to_vec();
    spawn_blocking(move || blocks.into_iter().fold(0, mix)).await.expect("mix does not panic")
}
