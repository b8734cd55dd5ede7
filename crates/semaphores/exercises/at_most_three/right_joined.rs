//! Right: joined futures share the semaphore without an Arc, since they stay in this task.

use futures::future::join_all;
use tokio::sync::Semaphore;

use crate::fetch;

pub async fn fetch_all(pages: &[u64]) -> u64 {
    let gate = Semaphore::new(3);
    let fetch_one = async |page: u64| {
        let _permit = gate.acquire().await.expect("nobody closes it");
        fetch(page).await
    };
    join_all(pages.iter().map(|&page| fetch_one(page))).await.into_iter().sum()
}
