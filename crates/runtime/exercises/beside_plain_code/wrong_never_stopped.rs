//! Wrong: a thread that stays with the runtime, and that nobody tells to stop.
//! Earns: runtime kept

use std::future::pending;
use std::thread;

use tokio::runtime::{Builder, Handle};

pub struct Background {
    handle: Handle,
}

impl Background {
    pub fn start() -> Self {
        let runtime =
            Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
        let handle = runtime.handle().clone();
        thread::spawn(move || runtime.block_on(pending::<()>()));
        Self { handle }
    }

    pub fn call<F>(&self, future: F) -> F::Output
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.handle.block_on(future)
    }
}
