//! Wrong: the permit is the loop's, and goes when its turn is over, with the client hardly in.
//! Earns: too many at once

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::{Listener, handle};

pub async fn serve(mut listener: Listener) {
    let gate = Arc::new(Semaphore::new(2));
    let mut tasks = JoinSet::new();
    loop {
        let _permit = gate.acquire().await.expect("nobody closes it");
        let Some(connection) = listener.accept().await else { break };
        tasks.spawn(async move {
            let _ = handle(connection).await;
        });
    }
    tasks.join_all().await;
}
