//! Wrong: the thread is waited for, and nobody tells it to stop.
//! Earns: deadlock

use std::future::pending;
use std::thread::{self, JoinHandle};

use tokio::runtime::{Builder, Handle};

pub struct Background {
    handle: Handle,
    thread: Option<JoinHandle<()>>,
}

impl Background {
    pub fn start() -> Self {
        let runtime =
            Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
        let handle = runtime.handle().clone();
        let thread = thread::spawn(move || runtime.block_on(pending()));
        Self { handle, thread: Some(thread) }
    }

    pub fn call<F>(&self, future: F) -> F::Output
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.handle.block_on(future)
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the thread does not panic");
        }
    }
}
