//! Wrong: the cook panics over the fish; the guest takes the dropped sender for an answer, and nobody looks.
//! Earns: panicked

use tokio::sync::oneshot;

use crate::cook;

pub fn order(dish: &'static str) -> oneshot::Receiver<&'static str> {
    let (set_result, place) = oneshot::channel();
    tokio::spawn(async move {
        let dish = cook(dish).await.expect("there is something to serve");
        let _ = set_result.send(dish);
    });
    place
}

pub async fn served(place: oneshot::Receiver<&'static str>) -> Option<&'static str> {
    place.await.ok()
}
