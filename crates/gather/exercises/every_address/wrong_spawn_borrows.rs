//! Wrong: a task may borrow the addresses, since it is awaited before they go.
//! Earns: does not compile

use futures::future::join_all;

use crate::fetch;

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let tasks: Vec<_> = urls.iter().map(|url| tokio::spawn(fetch(url))).collect();
    let ended = join_all(tasks).await;
    ended.into_iter().map(|length| length.expect("fetching does not panic")).collect()
}
