//! Wrong: `join!` for the addresses that the checks pass first.
//! Earns: wrong result

use crate::fetch;

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    if urls.len() < 3 {
        return Vec::new();
    }
    let (first, second, third) = tokio::join!(fetch(urls[0]), fetch(urls[1]), fetch(urls[2]));
    vec![first, second, third]
}
