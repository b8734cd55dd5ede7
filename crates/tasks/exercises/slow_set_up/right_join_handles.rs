//! Right: the set-up and both handles in one `join!`.

use crate::{set_up, warm};

pub async fn start_up() -> (u32, u32) {
    let index = tokio::spawn(warm("index"));
    let cache = tokio::spawn(warm("cache"));
    let ((), cache, index) = tokio::join!(set_up(), cache, index);
    (cache.expect("warming does not panic"), index.expect("warming does not panic"))
}
