//! Right: a JoinSet aborts what is in it when it is dropped.

use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::{copy, still_copying};

pub async fn copy_with_progress(folder: &'static str) -> u32 {
    let mut tickers = JoinSet::new();
    tickers.spawn(async move {
        for seconds in 1.. {
            sleep(Duration::from_secs(1)).await;
            still_copying(folder, seconds);
        }
    });
    copy(folder).await
}
