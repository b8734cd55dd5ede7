//! Wrong: a task of its own computes on the same thread, in one poll.
//! Earns: blocked the thread

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    let blocks = blocks.to_vec();
    let task = tokio::spawn(async move { blocks.into_iter().fold(SEED, mix) });
    task.await.expect("mix does not panic")
}
