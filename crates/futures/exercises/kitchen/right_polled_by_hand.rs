//! Right: an async function for the task, and a place that is polled by hand.

use std::future::poll_fn;
use std::pin::Pin;

use tokio::sync::oneshot;

use crate::cook;

pub fn order(dish: &'static str) -> oneshot::Receiver<&'static str> {
    let (set_result, place) = oneshot::channel();
    tokio::spawn(complete(dish, set_result));
    place
}

async fn complete(dish: &'static str, set_result: oneshot::Sender<&'static str>) {
    match cook(dish).await {
        Some(dish) => set_result.send(dish).unwrap_or_default(),
        None => drop(set_result),
    }
}

pub async fn served(mut place: oneshot::Receiver<&'static str>) -> Option<&'static str> {
    poll_fn(|context| Pin::new(&mut place).poll(context)).await.ok()
}
