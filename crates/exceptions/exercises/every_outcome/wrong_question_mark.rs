//! Wrong: `?` returns the error from a function that returns a list.
//! Earns: does not compile

use crate::price;

pub async fn prices(items: &[&'static str]) -> Vec<Result<u32, String>> {
    let tasks: Vec<_> = items.iter().map(|item| tokio::spawn(price(item))).collect();
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await?);
    }
    results
}
