//! Wrong: asking once a second whether it is finished is soon enough.
//! Earns: too late

use std::time::Duration;

use tokio::time::sleep;

use crate::{copy, still_copying};

pub async fn copy_with_progress(folder: &'static str) -> u32 {
    let copying = tokio::spawn(copy(folder));
    let mut seconds = 0;
    loop {
        sleep(Duration::from_secs(1)).await;
        if copying.is_finished() {
            return copying.await.expect("copying does not panic");
        }
        seconds += 1;
        still_copying(folder, seconds);
    }
}
