//! Wrong: a task that will look at a flag is as good as stopped.
//! Earns: left tasks behind

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::Duration;

use tokio::time::sleep;

use crate::{copy, still_copying};

pub async fn copy_with_progress(folder: &'static str) -> u32 {
    let is_copied = Arc::new(AtomicBool::new(false));
    let stops = Arc::clone(&is_copied);
    tokio::spawn(async move {
        for seconds in 1.. {
            sleep(Duration::from_secs(1)).await;
            if stops.load(SeqCst) {
                break;
            }
            still_copying(folder, seconds);
        }
    });
    let files = copy(folder).await;
    is_copied.store(true, SeqCst);
    files
}
