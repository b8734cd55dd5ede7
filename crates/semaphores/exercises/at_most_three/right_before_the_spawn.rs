//! Right: the permit is taken in the loop and goes into the task, so that no more than three tasks exist.

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::fetch;

pub async fn fetch_all(pages: &[u64]) -> u64 {
    let gate = Arc::new(Semaphore::new(3));
    let mut tasks = JoinSet::new();
    for &page in pages {
        let permit = gate.clone().acquire_owned().await.expect("nobody closes it");
        tasks.spawn(async move {
            let bytes = fetch(page).await;
            drop(permit);
            bytes
        });
    }
    tasks.join_all().await.into_iter().sum()
}
