//! Wrong: `notify_waiters` is remembered, as asyncio's `Event.set` is.
//! Earns: deadlock

use std::sync::Arc;

use tokio::sync::Notify;

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    let created = Arc::new(Notify::new());
    let is_created = Arc::clone(&created);
    let creator = tokio::spawn(async move {
        connect("creator").await;
        create_tables();
        created.notify_waiters();
    });
    let inserter = tokio::spawn(async move {
        connect("inserter").await;
        is_created.notified().await;
        insert_rows();
    });
    creator.await.expect("creating does not panic");
    inserter.await.expect("inserting does not panic");
}
