//! Wrong: what arrives first is pushed first, and nothing says which address it belongs to.
//! Earns: wrong result

use futures::stream::{FuturesUnordered, StreamExt};

use crate::{fetch, report};

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let mut pages: FuturesUnordered<_> =
        urls.iter().map(|url| async move { (url, fetch(url).await) }).collect();
    let mut lengths = Vec::new();
    while let Some((url, length)) = pages.next().await {
        report(url, length);
        lengths.push(length);
    }
    lengths
}
