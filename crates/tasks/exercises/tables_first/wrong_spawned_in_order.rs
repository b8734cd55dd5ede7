//! Wrong: what is spawned first and wakes at the same moment runs first.
//! Earns: right by luck

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    let creator = tokio::spawn(async {
        connect("creator").await;
        create_tables();
    });
    let inserter = tokio::spawn(async {
        connect("inserter").await;
        insert_rows();
    });
    creator.await.expect("creating does not panic");
    inserter.await.expect("inserting does not panic");
}
