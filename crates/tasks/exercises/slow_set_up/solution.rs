//! Spawned before the set-up is awaited, both tasks run while `start_up` waits for it. The handles
//! are awaited at the end, where the results are needed.

use crate::{set_up, warm};

pub async fn start_up() -> (u32, u32) {
    let cache = tokio::spawn(warm("cache"));
    let index = tokio::spawn(warm("index"));
    set_up().await;
    let cache = cache.await.expect("warming does not panic");
    let index = index.await.expect("warming does not panic");
    (cache, index)
}
