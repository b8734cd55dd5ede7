//! First the permit, then the client; and the permit goes into the task, which drops it at its end, however
//! it ends.

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
            let _permit = permit;
            let _ = handle(connection).await; // who broke off is served
        });
    }
    tasks.join_all().await;
}
