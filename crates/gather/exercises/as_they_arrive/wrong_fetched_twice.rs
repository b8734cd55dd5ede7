//! Wrong: every page is fetched once for its report, and once more for its length.
//! Earns: wrong result

use futures::future::join_all;

use crate::{fetch, report};

async fn fetch_and_report(url: &str) {
    let length = fetch(url).await;
    report(url, length);
}

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let lengths = join_all(urls.iter().map(|url| fetch(url)));
    let reports = join_all(urls.iter().map(|url| fetch_and_report(url)));
    tokio::join!(lengths, reports).0
}
