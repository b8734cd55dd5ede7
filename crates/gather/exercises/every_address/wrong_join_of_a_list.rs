//! Wrong: `join!` takes a list as `gather` takes `*urls`.
//! Earns: does not compile

use crate::fetch;

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let futures: Vec<_> = urls.iter().map(|url| fetch(url)).collect();
    tokio::join!(futures)
}
