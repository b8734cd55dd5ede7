//! Wrong: the first to arrive belongs to the first address.
//! Earns: wrong result

use tokio::task::JoinSet;

use crate::{fetch, report};

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let mut tasks = JoinSet::new();
    for url in urls {
        let url = url.to_string();
        tasks.spawn(async move { fetch(&url).await });
    }
    let mut lengths = Vec::new();
    for url in urls {
        let page = tasks.join_next().await.expect("a task for each address");
        let length = page.expect("fetching does not panic");
        report(url, length);
        lengths.push(length);
    }
    lengths
}
