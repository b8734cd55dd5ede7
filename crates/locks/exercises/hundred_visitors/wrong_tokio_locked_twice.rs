//! Wrong: tokio's lock is the one for async code, so it keeps the rest out while the task waits.
//! Earns: lost update

use std::sync::Arc;

use tokio::sync::Mutex;

use crate::ask;

async fn add(visitor: u32, total: Arc<Mutex<u32>>) {
    let before = *total.lock().await;
    let tickets = ask(visitor).await;
    *total.lock().await = before + tickets;
}

pub async fn count_all(visitors: u32) -> u32 {
    let total = Arc::new(Mutex::new(0));
    let tasks: Vec<_> =
        (0..visitors).map(|visitor| tokio::spawn(add(visitor, total.clone()))).collect();
    for task in tasks {
        task.await.expect("counting does not panic");
    }
    *total.lock().await
}
