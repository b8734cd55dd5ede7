//! # A permit as long as the connection
//!
//! `serve` accepts every client that comes and handles each in a task. Let no more than two connections
//! be open at the same time: whoever has no permit stays at the door, and is accepted when a permit is
//! there.
//! A client may break off; then `handle` gives an error, and its permit goes to the next one.
//! `serve` returns when the door is shut (`accept` gives nothing) and every connection is closed.
//! The checks let eight clients in, of which two break off, then one.
//! You have the crates `tokio` and `futures`.
//!
//! **First step:** which comes first, `accept` or the permit?
//!
//! **Before you go on:** whose value is the permit while a client is served? Write it as
//! `let _ = permit;` in the task, and see.
//!
//!     cargo xtask check connection_limit

use tokio::task::JoinSet;

use crate::{Listener, handle};

pub async fn serve(mut listener: Listener) {
    let mut tasks = JoinSet::new();
    while let Some(connection) = listener.accept().await {
        tasks.spawn(async move {
            let _ = handle(connection).await; // who broke off is served
        });
    }
    tasks.join_all().await;
}
