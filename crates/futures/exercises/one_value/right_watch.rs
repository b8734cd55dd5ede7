//! Right: a task computes, and a `watch` channel keeps its value for all who look.

use tokio::sync::watch;

use crate::{compute, reader};

pub async fn share() {
    let (fill, place) = watch::channel(None);
    let computing = tokio::spawn(async move {
        let _ = fill.send(Some(compute().await)); // Err if all readers have left
    });
    let readers = [("a", 0), ("b", 1), ("c", 4)]
        .map(|(name, comes_after)| tokio::spawn(reader(name, comes_after, wait(place.clone()))));
    for reader in readers {
        reader.await.expect("a reader does not panic");
    }
    computing.await.expect("the value is computed");
}

async fn wait(mut place: watch::Receiver<Option<u64>>) -> u64 {
    let value = place.wait_for(Option::is_some).await.expect("the value comes");
    value.expect("it is some")
}
