//! Right: a JoinSet gives what ends first; each result brings its place along.

use tokio::task::JoinSet;

use crate::fetch;

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let mut tasks = JoinSet::new();
    for (place, url) in urls.iter().enumerate() {
        let url = url.to_string();
        tasks.spawn(async move { (place, fetch(&url).await) });
    }
    let mut lengths = vec![0; urls.len()];
    for (place, length) in tasks.join_all().await {
        lengths[place] = length;
    }
    lengths
}
