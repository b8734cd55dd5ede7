//! Wrong: the permit is given back by hand, on the way that leads past no error. asyncio has this without
//! `try` and `finally`.
//! Earns: deadlock

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::{BrokenOff, Listener, handle};

pub async fn serve(mut listener: Listener) {
    let gate = Arc::new(Semaphore::new(2));
    let mut tasks = JoinSet::new();
    loop {
        gate.acquire().await.expect("nobody closes it").forget();
        let Some(connection) = listener.accept().await else { break };
        let gate = gate.clone();
        tasks.spawn(async move {
            handle(connection).await?;
            gate.add_permits(1);
            Ok::<(), BrokenOff>(())
        });
    }
    tasks.join_all().await;
}
