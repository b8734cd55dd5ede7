//! Wrong: `flatten` passes over every `Err`.
//! Earns: lost error

use futures::future::join_all;

use crate::price;

pub async fn prices(items: &[&'static str]) -> Vec<Result<u32, String>> {
    let results = join_all(items.iter().map(|item| price(item))).await;
    results.into_iter().flatten().map(Ok).collect()
}
