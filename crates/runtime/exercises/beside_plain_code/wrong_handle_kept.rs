//! Wrong: a handle is thought to keep its runtime alive.
//! Earns: panicked

use tokio::runtime::{Handle, Runtime};

pub struct Background {
    handle: Handle,
}

impl Background {
    pub fn start() -> Self {
        let runtime = Runtime::new().expect("a runtime can be built");
        Self { handle: runtime.handle().clone() }
    }

    pub fn call<F>(&self, future: F) -> F::Output
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.handle.block_on(future)
    }
}
