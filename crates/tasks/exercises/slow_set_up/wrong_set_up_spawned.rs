//! Wrong: of three that run at the same time it does not matter which two are tasks.
//! Earns: set-up spawned

use crate::{set_up, warm};

pub async fn start_up() -> (u32, u32) {
    let set_up = tokio::spawn(set_up());
    let cache = tokio::spawn(warm("cache"));
    let index = warm("index").await;
    let cache = cache.await.expect("warming does not panic");
    set_up.await.expect("the set-up does not panic");
    (cache, index)
}
