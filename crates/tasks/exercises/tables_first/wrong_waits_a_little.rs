//! Wrong: a short sleep gives the creator the time that it needs.
//! Earns: too late

use std::time::Duration;

use tokio::time::sleep;

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    let inserter = tokio::spawn(async {
        connect("inserter").await;
        sleep(Duration::from_millis(100)).await;
        insert_rows();
    });
    let creator = tokio::spawn(async {
        connect("creator").await;
        create_tables();
    });
    creator.await.expect("creating does not panic");
    inserter.await.expect("inserting does not panic");
}
