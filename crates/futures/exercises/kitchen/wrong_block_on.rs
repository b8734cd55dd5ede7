//! Wrong: cooks on a runtime of its own, inside the one that runs.
//! Earns: panicked

use tokio::runtime::Builder;
use tokio::sync::oneshot;

use crate::cook;

pub fn order(dish: &'static str) -> oneshot::Receiver<&'static str> {
    let (set_result, place) = oneshot::channel();
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    if let Some(dish) = runtime.block_on(cook(dish)) {
        let _ = set_result.send(dish);
    }
    place
}

pub async fn served(place: oneshot::Receiver<&'static str>) -> Option<&'static str> {
    place.await.ok()
}
