//! Right: each task sends its number through a channel of its own.

use tokio::sync::oneshot;

use crate::{set_up, warm};

pub async fn start_up() -> (u32, u32) {
    let cache = warmed("cache");
    let index = warmed("index");
    set_up().await;
    (cache.await.expect("the cache is sent"), index.await.expect("the index is sent"))
}

fn warmed(name: &'static str) -> oneshot::Receiver<u32> {
    let (sender, receiver) = oneshot::channel();
    tokio::spawn(async move {
        let entries = warm(name).await;
        sender.send(entries).expect("start_up waits for it");
    });
    receiver
}
