//! Wrong: awaits where nothing is async.
//! Earns: does not compile

use tokio::sync::oneshot;

use crate::cook;

pub fn order(dish: &'static str) -> oneshot::Receiver<&'static str> {
    let (set_result, place) = oneshot::channel();
    if let Some(dish) = cook(dish).await {
        let _ = set_result.send(dish);
    }
    place
}

pub async fn served(place: oneshot::Receiver<&'static str>) -> Option<&'static str> {
    place.await.ok()
}
