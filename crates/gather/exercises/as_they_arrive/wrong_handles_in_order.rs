//! Wrong: a handle that is awaited in a loop gives its result when the task ends, not when its turn comes.
//! Earns: too late

use crate::{fetch, report};

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let mut tasks = Vec::new();
    for url in urls {
        let owned = url.to_string();
        tasks.push((url, tokio::spawn(async move { fetch(&owned).await })));
    }
    let mut lengths = Vec::new();
    for (url, task) in tasks {
        let length = task.await.expect("fetching does not panic");
        report(url, length);
        lengths.push(length);
    }
    lengths
}
