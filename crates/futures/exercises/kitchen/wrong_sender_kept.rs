//! Wrong: the sender of the fish is kept by a task that never ends, as a Future is that stays pending.
//! Earns: deadlock

use std::future::pending;

use tokio::sync::oneshot;

use crate::cook;

pub fn order(dish: &'static str) -> oneshot::Receiver<&'static str> {
    let (set_result, place) = oneshot::channel();
    tokio::spawn(async move {
        let dish = match cook(dish).await {
            Some(dish) => dish,
            None => pending().await,
        };
        let _ = set_result.send(dish);
    });
    place
}

pub async fn served(place: oneshot::Receiver<&'static str>) -> Option<&'static str> {
    place.await.ok()
}
