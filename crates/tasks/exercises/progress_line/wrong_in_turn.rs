//! Wrong: the lines are printed by the same task that copies, before it copies.
//! Earns: awaited in turn

use std::time::Duration;

use tokio::time::sleep;

use crate::{copy, still_copying};

pub async fn copy_with_progress(folder: &'static str) -> u32 {
    let lines = match folder {
        "photos" => 3,
        "letters" => 1,
        _ => 2,
    };
    for seconds in 1..=lines {
        sleep(Duration::from_secs(1)).await;
        still_copying(folder, seconds);
    }
    copy(folder).await
}
