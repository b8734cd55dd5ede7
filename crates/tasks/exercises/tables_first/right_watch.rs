//! Right: a watch channel keeps what was said last, so it does not matter who comes first.

use tokio::sync::watch;

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    let (created, mut is_created) = watch::channel(false);
    let creator = tokio::spawn(async move {
        connect("creator").await;
        create_tables();
        created.send_replace(true);
    });
    let inserter = tokio::spawn(async move {
        connect("inserter").await;
        is_created.wait_for(|created| *created).await.expect("the creator sends before it ends");
        insert_rows();
    });
    creator.await.expect("creating does not panic");
    inserter.await.expect("inserting does not panic");
}
