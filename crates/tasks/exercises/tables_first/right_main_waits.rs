//! Right: the inserter's task connects and no more; the rows come when both handles were awaited.

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    let inserter = tokio::spawn(connect("inserter"));
    let creator = tokio::spawn(async {
        connect("creator").await;
        create_tables();
    });
    inserter.await.expect("connecting does not panic");
    creator.await.expect("creating does not panic");
    insert_rows();
}
