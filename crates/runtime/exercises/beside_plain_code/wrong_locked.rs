//! Wrong: a lock around the runtime, so that each call waits for the one before.
//! Earns: awaited in turn

use std::sync::Mutex;

use tokio::runtime::Runtime;

pub struct Background {
    runtime: Mutex<Runtime>,
}

impl Background {
    pub fn start() -> Self {
        Self { runtime: Mutex::new(Runtime::new().expect("a runtime can be built")) }
    }

    pub fn call<F>(&self, future: F) -> F::Output
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.runtime.lock().expect("no call panics").block_on(future)
    }
}
