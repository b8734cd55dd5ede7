//! Wrong: the lines are as many as these two folders need.
//! Earns: wrong result

use std::time::Duration;

use tokio::time::sleep;

use crate::{copy, still_copying};

pub async fn copy_with_progress(folder: &'static str) -> u32 {
    let lines = if folder == "photos" { 3 } else { 1 };
    tokio::spawn(async move {
        for seconds in 1..=lines {
            sleep(Duration::from_secs(1)).await;
            still_copying(folder, seconds);
        }
    });
    copy(folder).await
}
