//! Right: two who accept and handle in turn need no permit. They share the door, and let go of it before
//! they serve.

use tokio::sync::Mutex;

use crate::{Listener, handle};

pub async fn serve(listener: Listener) {
    let door = Mutex::new(listener);
    let accept_and_handle = async || {
        loop {
            let connection = door.lock().await.accept().await;
            let Some(connection) = connection else { return };
            let _ = handle(connection).await;
        }
    };
    tokio::join!(accept_and_handle(), accept_and_handle());
}
