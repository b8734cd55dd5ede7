//! To `join_all` an `Err` is an output like any other: it waits for all, and keeps their order.

use futures::future::join_all;

use crate::price;

pub async fn prices(items: &[&'static str]) -> Vec<Result<u32, String>> {
    join_all(items.iter().map(|item| price(item))).await
}
