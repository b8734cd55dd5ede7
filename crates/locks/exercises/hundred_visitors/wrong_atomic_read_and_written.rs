//! Wrong: what is atomic cannot lose an update.
//! Earns: lost update

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

use futures::future::join_all;

use crate::ask;

pub async fn count_all(visitors: u32) -> u32 {
    let total = Arc::new(AtomicU32::new(0));
    let tasks = (0..visitors).map(|visitor| {
        let total = total.clone();
        tokio::spawn(async move {
            let before = total.load(SeqCst);
            total.store(before + ask(visitor).await, SeqCst);
        })
    });
    for done in join_all(tasks).await {
        done.expect("counting does not panic");
    }
    total.load(SeqCst)
}
