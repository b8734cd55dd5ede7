//! Wrong: the thread rests until the waker is called, and of a future that wakes nobody it never is.
//! Earns: deadlock

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

pub fn drive<F: Future>(future: F) -> (F::Output, u32) {
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    let mut suspended = 0;
    loop {
        if let Poll::Ready(result) = future.as_mut().poll(&mut context) {
            return (result, suspended);
        }
        suspended += 1;
        thread::park();
    }
}
