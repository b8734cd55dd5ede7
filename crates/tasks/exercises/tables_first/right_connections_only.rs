//! Right: only the connections are made in tasks; the rest stands in a row.

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    let inserter = tokio::spawn(connect("inserter"));
    let creator = tokio::spawn(connect("creator"));
    inserter.await.expect("connecting does not panic");
    creator.await.expect("connecting does not panic");
    create_tables();
    insert_rows();
}
