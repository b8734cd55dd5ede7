//! Wrong: a task that yields ten times has let everybody else have a turn.
//! Earns: right by luck

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

use tokio::task::yield_now;

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    let created = Arc::new(AtomicBool::new(false));
    let is_created = Arc::clone(&created);
    let inserter = tokio::spawn(async move {
        connect("inserter").await;
        if !is_created.load(SeqCst) {
            for _ in 0..10 {
                yield_now().await;
            }
        }
        insert_rows();
    });
    let creator = tokio::spawn(async move {
        connect("creator").await;
        create_tables();
        created.store(true, SeqCst);
    });
    creator.await.expect("creating does not panic");
    inserter.await.expect("inserting does not panic");
}
