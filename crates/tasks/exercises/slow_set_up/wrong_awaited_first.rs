//! Wrong: what is spawned first has to be awaited first, before anything else is done.
//! Earns: awaited in turn

use crate::{set_up, warm};

pub async fn start_up() -> (u32, u32) {
    let cache = tokio::spawn(warm("cache"));
    let index = tokio::spawn(warm("index"));
    let cache = cache.await.expect("warming does not panic");
    let index = index.await.expect("warming does not panic");
    set_up().await;
    (cache, index)
}
