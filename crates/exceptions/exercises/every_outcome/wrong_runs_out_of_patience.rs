//! Wrong: nothing takes longer than 4 s, so whatever does is an error.
//! Earns: cut off

use std::time::Duration;

use futures::future::join_all;
use tokio::time::timeout;

use crate::price;

pub async fn prices(items: &[&'static str]) -> Vec<Result<u32, String>> {
    let patience = Duration::from_millis(4001);
    let questions = items.iter().map(|item| async move {
        let answer = timeout(patience, price(item)).await;
        answer.unwrap_or_else(|_| Err(format!("{item} takes too long")))
    });
    join_all(questions).await
}
