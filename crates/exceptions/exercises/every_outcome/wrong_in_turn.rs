//! Wrong: every outcome is there, and each question waits for the answer to the one before.
//! Earns: awaited in turn

use crate::price;

pub async fn prices(items: &[&'static str]) -> Vec<Result<u32, String>> {
    let mut results = Vec::new();
    for item in items {
        results.push(price(item).await);
    }
    results
}
