//! Wrong: the outcomes come in the order in which they are known.
//! Earns: wrong result

use futures::stream::{FuturesUnordered, StreamExt};

use crate::price;

pub async fn prices(items: &[&'static str]) -> Vec<Result<u32, String>> {
    items.iter().map(|item| price(item)).collect::<FuturesUnordered<_>>().collect().await
}
