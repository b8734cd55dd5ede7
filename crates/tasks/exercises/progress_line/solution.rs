//! `abort` is `task.cancel()`: the task is dropped where it sleeps. Its handle, awaited after that,
//! says that it is gone.

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
    ticker.abort();
    let ended = ticker.await;
    assert!(ended.is_err_and(|why| why.is_cancelled()));
    files
}
