//! Wrong: an address is a key, so the one that stands there twice is reported once.
//! Earns: wrong result

use std::collections::HashMap;

use futures::stream::{FuturesUnordered, StreamExt};

use crate::{fetch, report};

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let mut pages: FuturesUnordered<_> =
        urls.iter().map(|url| async move { (*url, fetch(url).await) }).collect();
    let mut lengths = HashMap::new();
    while let Some((url, length)) = pages.next().await {
        if lengths.insert(url, length).is_none() {
            report(url, length);
        }
    }
    urls.iter().map(|url| lengths[url]).collect()
}
