//! Right: client and permit travel together, and are dropped together.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;

use crate::{BrokenOff, Connection, Listener, handle};

async fn guest(connection: Connection, permit: OwnedSemaphorePermit) -> Result<(), BrokenOff> {
    handle(connection).await?;
    drop(permit);
    Ok(())
}

pub async fn serve(mut listener: Listener) {
    let gate = Arc::new(Semaphore::new(2));
    let mut guests = JoinSet::new();
    while let Ok(permit) = gate.clone().acquire_owned().await
        && let Some(connection) = listener.accept().await
    {
        guests.spawn(guest(connection, permit));
    }
    while guests.join_next().await.is_some() {}
}
