//! Wrong: the thread may outlive the call, and uses blocks that are only lent.
//! Earns: does not compile

use tokio::task::spawn_blocking;

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    let call = spawn_blocking(move || blocks.iter().fold(SEED, |hash, block| mix(hash, *block)));
    call.await.expect("mix does not panic")
}
