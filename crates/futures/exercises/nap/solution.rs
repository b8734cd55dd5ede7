//! The alarm is set by the call. It finds the waker in a place that both can reach, and `poll` keeps
//! the newest one there: between two polls a future may have moved to another task.

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::time::Instant;

use crate::call_at;

pub fn nap(duration: Duration) -> impl Future<Output = ()> {
    let deadline = Instant::now() + duration;
    let waker: Arc<Mutex<Option<Waker>>> = Arc::default();
    let sleeper = Arc::clone(&waker);
    call_at(deadline, move || {
        let waker = sleeper.lock().expect("nobody panics with the lock").take();
        if let Some(waker) = waker {
            waker.wake(); // the lock is free again: a waker may poll on the spot
        }
    });
    Nap { deadline, waker }
}

struct Nap {
    deadline: Instant,
    waker: Arc<Mutex<Option<Waker>>>,
}

impl Future for Nap {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut waker = self.waker.lock().expect("nobody panics with the lock");
        if Instant::now() >= self.deadline {
            return Poll::Ready(());
        }
        *waker = Some(context.waker().clone());
        Poll::Pending
    }
}
