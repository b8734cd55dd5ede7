//! Each future fetches its page, reports it, and gives its length. `join_all` polls them all and keeps
//! their order.

use futures::future::join_all;

use crate::{fetch, report};

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let fetched = urls.iter().map(|url| async move {
        let length = fetch(url).await;
        report(url, length);
        length
    });
    join_all(fetched).await
}
