//! Wrong: one task is spawned before the set-up, the other when the set-up is done.
//! Earns: awaited in turn

use crate::{set_up, warm};

pub async fn start_up() -> (u32, u32) {
    let cache = tokio::spawn(warm("cache"));
    set_up().await;
    let index = tokio::spawn(warm("index"));
    let cache = cache.await.expect("warming does not panic");
    let index = index.await.expect("warming does not panic");
    (cache, index)
}
