//! Wrong: three, then the next three, are three at a time.
//! Earns: waited for a whole chunk

use futures::future::join_all;

use crate::fetch;

pub async fn fetch_all(pages: &[u64]) -> u64 {
    let mut bytes = 0;
    for chunk in pages.chunks(3) {
        bytes += join_all(chunk.iter().map(|&page| fetch(page))).await.into_iter().sum::<u64>();
    }
    bytes
}
