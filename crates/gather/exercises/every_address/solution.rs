//! `join_all` takes any number of futures of one type, none included. They stay in the task that
//! awaits them, so they may borrow the addresses.

use futures::future::join_all;

use crate::fetch;

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    join_all(urls.iter().map(|url| fetch(url))).await
}
