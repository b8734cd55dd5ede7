//! Wrong: the place of the waker is filled once, though another may poll next time.
//! Earns: deadlock

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::time::Instant;

use crate::call_at;

#[derive(Default)]
struct State {
    has_rung: bool,
    waker: Option<Waker>,
}

pub fn nap(duration: Duration) -> impl Future<Output = ()> {
    let state: Arc<Mutex<State>> = Arc::default();
    let alarm = Arc::clone(&state);
    call_at(Instant::now() + duration, move || {
        let mut state = alarm.lock().expect("nobody panics with the lock");
        state.has_rung = true;
        if let Some(waker) = state.waker.take() {
            waker.wake();
        }
    });
    Nap { state }
}

struct Nap {
    state: Arc<Mutex<State>>,
}

impl Future for Nap {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut state = self.state.lock().expect("nobody panics with the lock");
        if state.has_rung {
            return Poll::Ready(());
        }
        state.waker.get_or_insert_with(|| context.waker().clone());
        Poll::Pending
    }
}
