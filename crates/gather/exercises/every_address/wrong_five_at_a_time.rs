//! Wrong: `buffered` with a number that is enough for the first lists.
//! Earns: awaited in turn

use futures::stream::{StreamExt, iter};

use crate::fetch;

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    iter(urls).map(|url| fetch(url)).buffered(5).collect().await
}
