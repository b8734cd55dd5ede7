//! Right: each task reports its page by itself; the handles keep the order.

use crate::{fetch, report};

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let mut tasks = Vec::new();
    for url in urls {
        let url = url.to_string();
        tasks.push(tokio::spawn(async move {
            let length = fetch(&url).await;
            report(&url, length);
            length
        }));
    }
    let mut lengths = Vec::new();
    for task in tasks {
        lengths.push(task.await.expect("fetching does not panic"));
    }
    lengths
}
