//! A runtime with one worker thread: it runs the tasks, whatever the plain code does. `block_on` may be
//! called by several threads at once, and dropping the runtime ends its thread.

use tokio::runtime::{Builder, Runtime};

pub struct Background {
    runtime: Runtime,
}

impl Background {
    pub fn start() -> Self {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime can be built");
        Self { runtime }
    }

    pub fn call<F>(&self, future: F) -> F::Output
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.runtime.block_on(future)
    }
}
