//! Right: a `JoinSet`, sorted by the number that each task brings along.

use tokio::task::JoinSet;

use crate::price;

pub async fn prices(items: &[&'static str]) -> Vec<Result<u32, String>> {
    let mut set = JoinSet::new();
    for (place, &item) in items.iter().enumerate() {
        set.spawn(async move { (place, price(item).await) });
    }
    let mut results = set.join_all().await;
    results.sort_by_key(|(place, _)| *place);
    results.into_iter().map(|(_, result)| result).collect()
}
