//! Wrong: `spawn` takes a function that it calls, as a thread does.
//! Earns: does not compile

use crate::{set_up, warm};

pub async fn start_up() -> (u32, u32) {
    let cache = tokio::spawn(|| warm("cache"));
    let index = tokio::spawn(|| warm("index"));
    set_up().await;
    let cache = cache.await.expect("warming does not panic");
    let index = index.await.expect("warming does not panic");
    (cache, index)
}
