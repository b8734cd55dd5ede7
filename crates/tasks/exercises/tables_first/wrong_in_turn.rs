//! Wrong: the creator is awaited before the inserter begins to connect.
//! Earns: awaited in turn

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    connect("creator").await;
    create_tables();
    connect("inserter").await;
    insert_rows();
}
