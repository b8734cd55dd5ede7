//! Wrong: one task for both warms them at the same time.
//! Earns: no task

use crate::{set_up, warm};

pub async fn start_up() -> (u32, u32) {
    let both = tokio::spawn(async { (warm("cache").await, warm("index").await) });
    set_up().await;
    both.await.expect("warming does not panic")
}
