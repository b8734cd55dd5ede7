//! Wrong: a clone of what is in the lock is the same total.
//! Earns: nobody's total

use std::sync::Mutex;

use crate::ask;

pub async fn count_all(visitors: u32) -> u32 {
    let total = Mutex::new(0);
    let mut tasks = Vec::new();
    for visitor in 0..visitors {
        let mut total = total.lock().unwrap().clone();
        tasks.push(tokio::spawn(async move {
            total += ask(visitor).await;
            total
        }));
    }
    for task in tasks {
        task.await.expect("counting does not panic");
    }
    *total.lock().unwrap()
}
