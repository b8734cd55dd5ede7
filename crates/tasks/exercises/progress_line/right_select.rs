//! Right: no task; `select!` polls the copying and a sleep, and begins another sleep each second.

use std::pin::pin;
use std::time::Duration;

use tokio::time::sleep;

use crate::{copy, still_copying};

pub async fn copy_with_progress(folder: &'static str) -> u32 {
    let mut copying = pin!(copy(folder));
    let mut seconds = 0;
    loop {
        tokio::select! {
            files = &mut copying => return files,
            () = sleep(Duration::from_secs(1)) => {
                seconds += 1;
                still_copying(folder, seconds);
            }
        }
    }
}
