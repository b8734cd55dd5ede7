//! Wrong: std's lock does for that as well.
//! Earns: does not compile

use std::sync::{Arc, Mutex};

use crate::ask;

async fn add(visitor: u32, total: Arc<Mutex<u32>>) {
    let mut total = total.lock().unwrap();
    *total = *total + ask(visitor).await;
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
