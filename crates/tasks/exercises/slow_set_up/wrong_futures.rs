//! Wrong: two futures that are built before the set-up run during it.
//! Earns: no task

use crate::{set_up, warm};

pub async fn start_up() -> (u32, u32) {
    let cache = warm("cache");
    let index = warm("index");
    set_up().await;
    (cache.await, index.await)
}
