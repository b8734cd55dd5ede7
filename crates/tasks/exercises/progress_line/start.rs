//! # A line a second while it copies
//!
//! `copy` takes some seconds, which are not known beforehand: another number for each folder. While it
//! copies, call `still_copying(folder, 1)` after the first second, `still_copying(folder, 2)` after the
//! next, and so on; when it has copied, return the number of files at once.
//! Then the lines stop, and no task of yours is alive any more, not even one that would soon end by itself;
//! one that you have aborted counts as gone. How you do it is up to you.
//!
//! **First step:** run it. The lines go on after the copying is done; find the line that should stop
//! them.
//!
//! **Before you go on:** think of a second way that needs no task, or one that spawns the copying.
//!
//!     cargo xtask check progress_line

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
    drop(ticker);
    files
}
