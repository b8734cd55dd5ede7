//! Wrong: when the door is shut, serving is over.
//! Earns: left before the last client

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::{Listener, handle};

pub async fn serve(mut listener: Listener) {
    let gate = Arc::new(Semaphore::new(2));
    loop {
        let permit = gate.clone().acquire_owned().await.expect("nobody closes it");
        let Some(connection) = listener.accept().await else { return };
        tokio::spawn(async move {
            let _permit = permit;
            let _ = handle(connection).await;
        });
    }
}
