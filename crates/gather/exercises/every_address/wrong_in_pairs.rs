//! Wrong: two at a time are all at a time.
//! Earns: awaited in turn

use futures::future::join_all;

use crate::fetch;

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let mut lengths = Vec::new();
    for pair in urls.chunks(2) {
        lengths.extend(join_all(pair.iter().map(|url| fetch(url))).await);
    }
    lengths
}
