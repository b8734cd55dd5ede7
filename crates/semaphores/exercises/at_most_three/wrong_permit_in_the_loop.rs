//! Wrong: the permit is taken before the spawn, and stays behind in the loop's scope.
//! Earns: too many at once

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::fetch;

pub async fn fetch_all(pages: &[u64]) -> u64 {
    let gate = Arc::new(Semaphore::new(3));
    let mut tasks = Vec::new();
    for &page in pages {
        let _permit = gate.clone().acquire_owned().await.expect("nobody closes it");
        tasks.push(tokio::spawn(fetch(page)));
    }
    let mut bytes = 0;
    for task in tasks {
        bytes += task.await.expect("fetching does not panic");
    }
    bytes
}
