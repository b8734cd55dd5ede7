//! Wrong: the lock has to be kept for as long as the task is at it.
//! Earns: awaited in turn

use std::sync::Arc;

use tokio::sync::Mutex;

use crate::ask;

async fn add(visitor: u32, total: Arc<Mutex<u32>>) {
    let mut total = total.lock().await;
    let before = *total;
    *total = before + ask(visitor).await;
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
