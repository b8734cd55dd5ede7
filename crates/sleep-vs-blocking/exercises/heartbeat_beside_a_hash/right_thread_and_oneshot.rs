//! Right: a thread of our own, and a oneshot channel for its result.

use std::thread;

use tokio::sync::oneshot;

use crate::{SEED, mix};

pub async fn hash(blocks: &[u64]) -> u64 {
    let (result, computed) = oneshot::channel();
    let blocks = blocks.to_vec();
    thread::spawn(move || {
        let mut hash = SEED;
        for block in blocks {
            hash = mix(hash, block);
        }
        result.send(hash)
    });
    computed.await.expect("the thread sends before it ends")
}
