//! Right: the word that the inserter waits for is the creator's handle, which moved into its task.
//! The creator may have ended by then; the handle says so at once.

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    let creator = tokio::spawn(async {
        connect("creator").await;
        create_tables();
    });
    let inserter = tokio::spawn(async move {
        connect("inserter").await;
        creator.await.expect("creating does not panic");
        insert_rows();
    });
    inserter.await.expect("inserting does not panic");
}
