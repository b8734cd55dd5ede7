//! Wrong: `let _ = permit` in the task takes the permit along. It names it and takes nothing.
//! Earns: too many at once

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::{Listener, handle};

pub async fn serve(mut listener: Listener) {
    let gate = Arc::new(Semaphore::new(2));
    let mut tasks = JoinSet::new();
    loop {
        let permit = gate.clone().acquire_owned().await.expect("nobody closes it");
        let Some(connection) = listener.accept().await else { break };
        tasks.spawn(async move {
            let _ = permit;
            let _ = handle(connection).await;
        });
    }
    tasks.join_all().await;
}
