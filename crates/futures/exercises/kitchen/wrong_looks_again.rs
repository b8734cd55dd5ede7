//! Wrong: `while not place.done(): await asyncio.sleep(0.1)`.
//! Earns: looks again and again

use std::time::Duration;

use tokio::sync::oneshot;
use tokio::sync::oneshot::error::TryRecvError;
use tokio::time::sleep;

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
    loop {
        match place.try_recv() {
            Ok(dish) => return Some(dish),
            Err(TryRecvError::Closed) => return None,
            Err(TryRecvError::Empty) => sleep(Duration::from_millis(100)).await,
        }
    }
}
