//! Right: a place by hand, which keeps the wakers of all who wait.

use std::future::poll_fn;
use std::sync::Mutex;
use std::task::{Poll, Waker};

use crate::{compute, reader};

#[derive(Default)]
struct Place {
    result: Option<u64>,
    wakers: Vec<Waker>,
}

pub async fn share() {
    let place = Mutex::new(Place::default());
    let lock = || place.lock().expect("nobody panics with the lock");
    let fill = async {
        let value = compute().await;
        lock().result = Some(value);
        let wakers = std::mem::take(&mut lock().wakers);
        wakers.into_iter().for_each(Waker::wake);
    };
    let value = || {
        poll_fn(|context| {
            let mut place = lock();
            match place.result {
                Some(value) => Poll::Ready(value),
                None => {
                    place.wakers.push(context.waker().clone());
                    Poll::Pending
                }
            }
        })
    };
    tokio::join!(fill, reader("a", 0, value()), reader("b", 1, value()), reader("c", 4, value()));
}
