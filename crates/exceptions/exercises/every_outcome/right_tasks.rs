//! Right: a task for each item, awaited in the order in which they were spawned.

use crate::price;

pub async fn prices(items: &[&'static str]) -> Vec<Result<u32, String>> {
    let tasks: Vec<_> = items.iter().map(|item| tokio::spawn(price(item))).collect();
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await.expect("price does not panic"));
    }
    results
}
