//! Wrong: when the creator is done the inserter is done too, since it was waiting for that.
//! Earns: right by luck

use std::sync::Arc;

use tokio::sync::Notify;

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    let created = Arc::new(Notify::new());
    let is_created = Arc::clone(&created);
    tokio::spawn(async move {
        connect("inserter").await;
        is_created.notified().await;
        insert_rows();
    });
    let creator = tokio::spawn(async move {
        connect("creator").await;
        create_tables();
        created.notify_one();
    });
    creator.await.expect("creating does not panic");
}
