//! # A heartbeat beside a long hash
//!
//! `hash` works 60 blocks into a hash, one after another, each from the hash before it.
//! Each block is 10 ms of computing, 600 ms in all, and a heartbeat that is due every 20 ms does not get
//! a single turn meanwhile.
//! Let the heart beat while the hash is computed: nothing on this thread may compute for longer than 50 ms,
//! which is five blocks, before the others have a turn. At least three beats must come between the first block
//! and the last.
//! The hash must stay what it is: the blocks in their order, beginning from `SEED`.
//! You have std and tokio.
//!
//! **First step:** where does `hash` give the thread away? Look for the `.await`.
//!
//! **Before you go on:** there are two ways, one that stays on this thread and one that leaves it. Try
//! the other one too. Which would you take for a library's hash of a whole file?
//!
//!     cargo xtask check heartbeat_beside_a_hash

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    let mut hash = SEED;
    for block in blocks {
        hash = mix(hash, *block);
    }
    hash
}
