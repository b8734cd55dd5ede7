//! A Future written by hand: a place to put a result, and the waker of who waits for it.
//!
//!     cargo run -p futures --example place_by_hand

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::time::sleep;

#[derive(Default)]
struct Inside {
    result: Option<&'static str>,
    waker: Option<Waker>,
}

#[derive(Clone, Default)]
struct Place(Arc<Mutex<Inside>>);

impl Place {
    fn set_result(&self, result: &'static str) {
        let mut inside = self.0.lock().expect("nobody panics with the lock");
        inside.result = Some(result);
        if let Some(waker) = inside.waker.take() {
            println!("place: filled, wake the task that waits");
            drop(inside); // a waker may poll on the spot, and the poll wants the lock
            waker.wake();
        }
    }
}

impl Future for Place {
    type Output = &'static str;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<&'static str> {
        let mut inside = self.0.lock().expect("nobody panics with the lock");
        if let Some(result) = inside.result {
            println!("place: polled, here it is");
            return Poll::Ready(result);
        }
        println!("place: polled, still empty, keep the waker");
        inside.waker = Some(context.waker().clone());
        Poll::Pending
    }
}

async fn complete(place: Place) {
    sleep(Duration::from_secs(1)).await;
    place.set_result("Any Async Output");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let place = Place::default();
    tokio::spawn(complete(place.clone()));
    let result = place.await;
    println!("{result}");
}
