//! Wrong: the permit is taken by the task, as `async with` in the handler: two are served, and all are in.
//! Earns: accepted without a permit

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::{Listener, handle};

pub async fn serve(mut listener: Listener) {
    let gate = Arc::new(Semaphore::new(2));
    let mut tasks = JoinSet::new();
    while let Some(connection) = listener.accept().await {
        let gate = gate.clone();
        tasks.spawn(async move {
            let _permit = gate.acquire().await.expect("nobody closes it");
            let _ = handle(connection).await;
        });
    }
    tasks.join_all().await;
}
