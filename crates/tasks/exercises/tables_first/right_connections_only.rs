//! Right: only the connections are made at the same time; the rest stands in a row.

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    tokio::join!(connect("inserter"), connect("creator"));
    create_tables();
    insert_rows();
}
