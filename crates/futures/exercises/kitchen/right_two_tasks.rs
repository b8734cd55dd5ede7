//! Right: one task cooks, and a second one carries what its handle gives.

use tokio::sync::oneshot;

use crate::cook;

pub fn order(dish: &'static str) -> oneshot::Receiver<&'static str> {
    let (set_result, place) = oneshot::channel();
    let cooking = tokio::spawn(cook(dish));
    tokio::spawn(async move {
        match cooking.await {
            Ok(Some(dish)) => set_result.send(dish),
            Ok(None) | Err(_) => Ok(()),
        }
    });
    place
}

pub async fn served(place: oneshot::Receiver<&'static str>) -> Option<&'static str> {
    match place.await {
        Ok(dish) => Some(dish),
        Err(_) => None,
    }
}
