//! # Two tasks during a slow set-up
//!
//! `start_up` warms the cache (2 s) and the index (4 s) in a task each, and waits 3 s for the set-up.
//! Neither needs the set-up: let both run while `start_up` is in it.
//! Return the number of entries of the cache and of the index when all three are done: after 4 s,
//! not 7.
//! Two tasks are asked for, one for the cache and one for the index; `start_up` itself awaits the set-up,
//! and spawns no task for it.
//!
//! **First step:** find the line at which the two tasks begin, and what `start_up` waited for until
//! then.
//!
//! **Before you go on:** `spawn` comes first now. Which of the three begins first, and why?
//!
//!     cargo xtask check slow_set_up

use crate::{set_up, warm};

pub async fn start_up() -> (u32, u32) {
    set_up().await;
    let cache = tokio::spawn(warm("cache"));
    let index = tokio::spawn(warm("index"));
    let cache = cache.await.expect("warming does not panic");
    let index = index.await.expect("warming does not panic");
    (cache, index)
}
