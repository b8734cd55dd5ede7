//! Wrong: `join!` connects both at the same time, so both are tasks.
//! Earns: no task

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    tokio::join!(connect("inserter"), connect("creator"));
    create_tables();
    insert_rows();
}
