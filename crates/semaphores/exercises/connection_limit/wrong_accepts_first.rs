//! Wrong: first the client, then the permit: the third is in, and nobody serves it.
//! Earns: accepted without a permit

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::{Listener, handle};

pub async fn serve(mut listener: Listener) {
    let gate = Arc::new(Semaphore::new(2));
    let mut tasks = JoinSet::new();
    while let Some(connection) = listener.accept().await {
        let permit = gate.clone().acquire_owned().await.expect("nobody closes it");
        tasks.spawn(async move {
            let _permit = permit;
            let _ = handle(connection).await;
        });
    }
    tasks.join_all().await;
}
