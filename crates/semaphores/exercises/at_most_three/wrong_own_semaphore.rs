//! Wrong: a semaphore for each task, made where it is used: three permits each.
//! Earns: too many at once

use tokio::sync::Semaphore;

use crate::fetch;

pub async fn fetch_all(pages: &[u64]) -> u64 {
    let mut tasks = Vec::new();
    for &page in pages {
        let gate = Semaphore::new(3);
        tasks.push(tokio::spawn(async move {
            let _permit = gate.acquire().await.expect("nobody closes it");
            fetch(page).await
        }));
    }
    let mut bytes = 0;
    for task in tasks {
        bytes += task.await.expect("fetching does not panic");
    }
    bytes
}
