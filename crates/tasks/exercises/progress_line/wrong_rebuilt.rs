//! Wrong: `timeout` around a fresh `copy` goes on where the last one stopped.
//! Earns: a timer for ever

use std::time::Duration;

use tokio::time::timeout;

use crate::{copy, still_copying};

pub async fn copy_with_progress(folder: &'static str) -> u32 {
    let mut seconds = 0;
    loop {
        match timeout(Duration::from_secs(1), copy(folder)).await {
            Ok(files) => return files,
            Err(_) => {
                seconds += 1;
                still_copying(folder, seconds);
            }
        }
    }
}
