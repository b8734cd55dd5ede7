//! Wrong: a loop that leaves at the first error, as an exception would.
//! Earns: wrong result

use crate::price;

pub async fn prices(items: &[&'static str]) -> Vec<Result<u32, String>> {
    let mut results = Vec::new();
    for item in items {
        let result = price(item).await;
        let failed = result.is_err();
        results.push(result);
        if failed {
            break;
        }
    }
    results
}
