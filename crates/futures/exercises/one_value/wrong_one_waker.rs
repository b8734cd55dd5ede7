//! Wrong: the place keeps one waker, the last; the reader before it is never woken.
//! Earns: deadlock

use std::future::poll_fn;
use std::sync::{Arc, Mutex};
use std::task::{Poll, Waker};

use tokio::task::JoinSet;

use crate::{compute, reader};

#[derive(Default)]
struct Place {
    result: Option<u64>,
    waker: Option<Waker>,
}

pub async fn share() {
    let place = Arc::new(Mutex::new(Place::default()));
    let mut tasks = JoinSet::new();
    for (name, comes_after) in [("a", 0), ("b", 1), ("c", 4)] {
        tasks.spawn(reader(name, comes_after, value(place.clone())));
    }
    tasks.spawn(async move {
        let value = compute().await;
        let mut place = place.lock().expect("nobody panics with the lock");
        place.result = Some(value);
        if let Some(waker) = place.waker.take() {
            waker.wake();
        }
    });
    tasks.join_all().await;
}

async fn value(place: Arc<Mutex<Place>>) -> u64 {
    poll_fn(|context| {
        let mut place = place.lock().expect("nobody panics with the lock");
        if let Some(value) = place.result {
            return Poll::Ready(value);
        }
        place.waker = Some(context.waker().clone());
        Poll::Pending
    })
    .await
}
