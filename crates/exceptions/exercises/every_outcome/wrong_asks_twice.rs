//! Wrong: ask once to see who fails, and once more for the answers.
//! Earns: asked twice

use futures::future::join_all;

use crate::price;

pub async fn prices(items: &[&'static str]) -> Vec<Result<u32, String>> {
    let first = join_all(items.iter().map(|item| price(item)));
    let second = join_all(items.iter().map(|item| price(item)));
    let (_who_fails, results) = tokio::join!(first, second);
    results
}
