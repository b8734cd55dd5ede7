//! Right: taken as they end, each put in its own place.

use futures::stream::{FuturesUnordered, StreamExt};

use crate::price;

pub async fn prices(items: &[&'static str]) -> Vec<Result<u32, String>> {
    let numbered = items.iter().enumerate();
    let mut questions: FuturesUnordered<_> =
        numbered.map(|(place, item)| async move { (place, price(item).await) }).collect();
    let mut results = vec![Err("not asked".to_owned()); items.len()];
    while let Some((place, result)) = questions.next().await {
        results[place] = result;
    }
    results
}
