//! Wrong: the report waits as long as the page is thought to take, and not for the page.
//! Earns: too early

use std::time::Duration;

use futures::future::join_all;
use tokio::time::sleep;

use crate::{fetch, report};

async fn report_in_time(url: &str) {
    let length = url.trim_start_matches('/').parse().expect("the address is a number");
    sleep(Duration::from_millis(length)).await;
    report(url, length as usize);
}

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let pages = join_all(urls.iter().map(|url| fetch(url)));
    let reports = join_all(urls.iter().map(|url| report_in_time(url)));
    tokio::join!(pages, reports).0
}
