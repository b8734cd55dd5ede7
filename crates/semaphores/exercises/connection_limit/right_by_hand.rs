//! Right: the permit is forgotten, and given back by hand, whatever `handle` says.

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::{Listener, handle};

pub async fn serve(mut listener: Listener) {
    let gate = Arc::new(Semaphore::new(2));
    let mut tasks = JoinSet::new();
    loop {
        gate.acquire().await.expect("nobody closes it").forget();
        let Some(connection) = listener.accept().await else { break };
        let gate = gate.clone();
        tasks.spawn(async move {
            let _ = handle(connection).await;
            gate.add_permits(1);
        });
    }
    tasks.join_all().await;
}
