//! The inserter connects, then waits for word from the creator: whichever task is taken first, the
//! rows come after the tables. If the word is there already, the await gives it at once.

use tokio::sync::oneshot;

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    let (created, is_created) = oneshot::channel();
    let inserter = tokio::spawn(async {
        connect("inserter").await;
        is_created.await.expect("the creator sends");
        insert_rows();
    });
    let creator = tokio::spawn(async {
        connect("creator").await;
        create_tables();
        created.send(()).expect("the inserter waits");
    });
    inserter.await.expect("inserting does not panic");
    creator.await.expect("creating does not panic");
}
