//! Wait first, then lock: read and written under one guard, which is gone before anybody else is polled.

use std::sync::{Arc, Mutex};

use crate::ask;

async fn add(visitor: u32, total: Arc<Mutex<u32>>) {
    let tickets = ask(visitor).await;
    *total.lock().unwrap() += tickets;
}

pub async fn count_all(visitors: u32) -> u32 {
    let total = Arc::new(Mutex::new(0));
    let tasks: Vec<_> =
        (0..visitors).map(|visitor| tokio::spawn(add(visitor, total.clone()))).collect();
    for task in tasks {
        task.await.expect("counting does not panic");
    }
    *total.lock().unwrap()
}
