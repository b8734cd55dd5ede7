//! Wrong: no more than three at once, so one at a time will do.
//! Earns: awaited in turn

use crate::fetch;

pub async fn fetch_all(pages: &[u64]) -> u64 {
    let mut bytes = 0;
    for &page in pages {
        bytes += fetch(page).await;
    }
    bytes
}
