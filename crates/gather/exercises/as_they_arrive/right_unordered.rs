//! Right: one loop takes the pages as they arrive, and each brings its place along.

use futures::stream::{FuturesUnordered, StreamExt};

use crate::{fetch, report};

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let places = urls.iter().enumerate();
    let mut pages: FuturesUnordered<_> =
        places.map(|(place, url)| async move { (place, fetch(url).await) }).collect();
    let mut lengths = vec![0; urls.len()];
    while let Some((place, length)) = pages.next().await {
        report(urls[place], length);
        lengths[place] = length;
    }
    lengths
}
