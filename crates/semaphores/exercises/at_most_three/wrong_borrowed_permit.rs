//! Wrong: a permit of `acquire` may go into a task. It borrows the semaphore, which the task may outlive.
//! Earns: does not compile

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::fetch;

pub async fn fetch_all(pages: &[u64]) -> u64 {
    let gate = Semaphore::new(3);
    let mut tasks = JoinSet::new();
    for &page in pages {
        let permit = gate.acquire().await.expect("nobody closes it");
        tasks.spawn(async move {
            let bytes = fetch(page).await;
            drop(permit);
            bytes
        });
    }
    tasks.join_all().await.into_iter().sum()
}
