//! Wrong: the set-up is shorter than the index, so nobody has to wait for it.
//! Earns: set-up spawned

use crate::{set_up, warm};

pub async fn start_up() -> (u32, u32) {
    tokio::spawn(set_up());
    let cache = tokio::spawn(warm("cache"));
    let index = tokio::spawn(warm("index"));
    let cache = cache.await.expect("warming does not panic");
    let index = index.await.expect("warming does not panic");
    (cache, index)
}
