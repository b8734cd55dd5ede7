//! A Future that keeps no waker: filled at 1 s, and nobody comes to look before 5 s.
//!
//!     cargo run -p futures --example waker_forgotten
//!
//! No twin: asyncio steps a task when the thing that it waits for calls back, and at no other time.
//! A Rust `timeout`, or a `join!`, polls all that it holds whenever its task is woken, by whomever.

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{sleep, timeout};

#[derive(Clone, Default)]
struct Place(Arc<Mutex<Option<&'static str>>>);

impl Place {
    fn set_result(&self, result: &'static str) {
        println!("place: filled");
        *self.0.lock().expect("nobody panics with the lock") = Some(result);
    }
}

impl Future for Place {
    type Output = &'static str;

    fn poll(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<&'static str> {
        match *self.0.lock().expect("nobody panics with the lock") {
            Some(result) => {
                println!("place: polled, here it is");
                Poll::Ready(result)
            }
            None => {
                println!("place: polled, still empty");
                Poll::Pending // the promise to wake the task later, broken
            }
        }
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
    // Without this timer, and its waker, the program would never end.
    match timeout(Duration::from_secs(5), place).await {
        Ok(result) => println!("{result}"),
        Err(elapsed) => println!("main: {elapsed}"),
    }
}
