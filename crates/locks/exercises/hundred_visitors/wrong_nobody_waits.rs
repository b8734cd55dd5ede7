//! Wrong: whoever has the lock next finds what the tasks have counted.
//! Earns: handle dropped

use std::sync::{Arc, Mutex};

use crate::ask;

async fn add(visitor: u32, total: Arc<Mutex<u32>>) {
    let tickets = ask(visitor).await;
    *total.lock().unwrap() += tickets;
}

pub async fn count_all(visitors: u32) -> u32 {
    let total = Arc::new(Mutex::new(0));
    for visitor in 0..visitors {
        tokio::spawn(add(visitor, total.clone()));
    }
    *total.lock().unwrap()
}
