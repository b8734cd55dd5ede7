//! Right: `FuturesOrdered` polls all that is in it, and gives the results in the order of the list.

use futures::stream::{FuturesOrdered, StreamExt};

use crate::fetch;

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let fetched: FuturesOrdered<_> = urls.iter().map(|url| fetch(url)).collect();
    fetched.collect().await
}
