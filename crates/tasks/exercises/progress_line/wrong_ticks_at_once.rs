//! Wrong: the first tick of an interval comes when its first period is over.
//! Earns: too early

use std::time::Duration;

use tokio::time::interval;

use crate::{copy, still_copying};

pub async fn copy_with_progress(folder: &'static str) -> u32 {
    let ticker = tokio::spawn(async move {
        let mut ticks = interval(Duration::from_secs(1));
        for seconds in 1.. {
            ticks.tick().await;
            still_copying(folder, seconds);
        }
    });
    let files = copy(folder).await;
    ticker.abort();
    files
}
