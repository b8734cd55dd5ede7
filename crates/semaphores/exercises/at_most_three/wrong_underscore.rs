//! Wrong: `_` keeps what is assigned to it, as Python's does.
//! Earns: too many at once

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::fetch;

pub async fn fetch_all(pages: &[u64]) -> u64 {
    let gate = Arc::new(Semaphore::new(3));
    let mut tasks = Vec::new();
    for &page in pages {
        let gate = gate.clone();
        tasks.push(tokio::spawn(async move {
            let _ = gate.acquire().await.expect("nobody closes it");
            fetch(page).await
        }));
    }
    let mut bytes = 0;
    for task in tasks {
        bytes += task.await.expect("fetching does not panic");
    }
    bytes
}
