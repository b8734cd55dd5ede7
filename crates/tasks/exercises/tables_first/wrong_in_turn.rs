//! Wrong: the creator is awaited before the inserter begins to connect.
//! Earns: awaited in turn

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    let creator = tokio::spawn(async {
        connect("creator").await;
        create_tables();
    });
    creator.await.expect("creating does not panic");
    let inserter = tokio::spawn(async {
        connect("inserter").await;
        insert_rows();
    });
    inserter.await.expect("inserting does not panic");
}
