//! Wrong: the lengths come in the order of the addresses, whatever collects them.
//! Earns: wrong result

use futures::stream::{FuturesUnordered, StreamExt};

use crate::fetch;

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let fetched: FuturesUnordered<_> = urls.iter().map(|url| fetch(url)).collect();
    fetched.collect().await
}
