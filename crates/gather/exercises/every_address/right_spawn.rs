//! Right: a task for each address, which owns a copy of it; the handles keep the order.

use crate::fetch;

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let mut tasks = Vec::new();
    for url in urls {
        let url = url.to_string();
        tasks.push(tokio::spawn(async move { fetch(&url).await }));
    }
    let mut lengths = Vec::new();
    for task in tasks {
        lengths.push(task.await.expect("fetching does not panic"));
    }
    lengths
}
