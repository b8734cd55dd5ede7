//! The task owns one end of the place, the guest the other. A sender that is dropped without a dish is an
//! answer too: the wait ends with `Err`, at once.

use tokio::sync::oneshot;

use crate::cook;

pub fn order(dish: &'static str) -> oneshot::Receiver<&'static str> {
    let (set_result, place) = oneshot::channel();
    tokio::spawn(async move {
        if let Some(dish) = cook(dish).await {
            let _ = set_result.send(dish); // Err if the guest has left
        }
    });
    place
}

pub async fn served(place: oneshot::Receiver<&'static str>) -> Option<&'static str> {
    place.await.ok()
}
