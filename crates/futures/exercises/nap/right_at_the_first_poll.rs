//! Right: the alarm is set at the first poll, for the instant that the call has fixed, and each later
//! poll puts its waker into the place where the alarm looks.

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::time::Instant;

use crate::call_at;

pub fn nap(duration: Duration) -> impl Future<Output = ()> {
    Nap { deadline: Instant::now() + duration, sleeper: None }
}

struct Nap {
    deadline: Instant,
    sleeper: Option<Arc<Mutex<Waker>>>,
}

impl Future for Nap {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if Instant::now() >= self.deadline {
            return Poll::Ready(());
        }
        let waker = context.waker().clone();
        if let Some(sleeper) = &self.sleeper {
            *sleeper.lock().expect("nobody panics with the lock") = waker;
        } else {
            let sleeper = Arc::new(Mutex::new(waker));
            self.sleeper = Some(Arc::clone(&sleeper));
            call_at(self.deadline, move || {
                let waker = sleeper.lock().expect("nobody panics with the lock").clone();
                waker.wake();
            });
        }
        Poll::Pending
    }
}
