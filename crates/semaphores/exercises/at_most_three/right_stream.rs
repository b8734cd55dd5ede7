//! Right: a stream that has three futures under way, and no task.

use futures::stream::{StreamExt, iter};

use crate::fetch;

pub async fn fetch_all(pages: &[u64]) -> u64 {
    let fetched = iter(pages).map(|&page| fetch(page)).buffer_unordered(3);
    fetched.fold(0, |sum, bytes| async move { sum + bytes }).await
}
