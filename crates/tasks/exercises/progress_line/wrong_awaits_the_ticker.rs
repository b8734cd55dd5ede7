//! Wrong: a task that is spawned has to be awaited, even one that has no end.
//! Earns: a timer for ever

use std::time::Duration;

use tokio::time::sleep;

use crate::{copy, still_copying};

pub async fn copy_with_progress(folder: &'static str) -> u32 {
    let ticker = tokio::spawn(async move {
        for seconds in 1.. {
            sleep(Duration::from_secs(1)).await;
            still_copying(folder, seconds);
        }
    });
    let files = copy(folder).await;
    ticker.await.expect("the ticker does not panic");
    files
}
