//! Right: a task for each page; `join_next` gives what ends first.

use tokio::task::JoinSet;

use crate::{fetch, report};

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let mut tasks = JoinSet::new();
    for (place, url) in urls.iter().enumerate() {
        let url = url.to_string();
        tasks.spawn(async move { (place, fetch(&url).await) });
    }
    let mut pages = Vec::new();
    while let Some(page) = tasks.join_next().await {
        let (place, length) = page.expect("fetching does not panic");
        report(urls[place], length);
        pages.push((place, length));
    }
    pages.sort_unstable();
    pages.into_iter().map(|(_, length)| length).collect()
}
