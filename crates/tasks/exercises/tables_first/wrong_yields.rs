//! Wrong: a task that yields lets the other one go first.
//! Earns: right by luck

use tokio::task::yield_now;

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    let inserter = tokio::spawn(async {
        connect("inserter").await;
        yield_now().await;
        insert_rows();
    });
    let creator = tokio::spawn(async {
        connect("creator").await;
        create_tables();
    });
    creator.await.expect("creating does not panic");
    inserter.await.expect("inserting does not panic");
}
