//! Wrong: looks until the dish is there, and lets nobody cook.
//! Earns: endless loop

use tokio::sync::oneshot;
use tokio::sync::oneshot::error::TryRecvError;

use crate::cook;

pub fn order(dish: &'static str) -> oneshot::Receiver<&'static str> {
    let (set_result, place) = oneshot::channel();
    tokio::spawn(async move {
        if let Some(dish) = cook(dish).await {
            let _ = set_result.send(dish);
        }
    });
    place
}

pub async fn served(mut place: oneshot::Receiver<&'static str>) -> Option<&'static str> {
    while place.try_recv() == Err(TryRecvError::Empty) {}
    place.await.ok()
}
