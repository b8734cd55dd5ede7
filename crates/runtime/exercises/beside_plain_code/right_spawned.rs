//! Right: each call is a task on the worker threads, and the caller waits for its handle.

use tokio::runtime::Runtime;

pub struct Background(Runtime);

impl Background {
    pub fn start() -> Self {
        Self(Runtime::new().expect("a runtime can be built"))
    }

    pub fn call<F>(&self, future: F) -> F::Output
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        let task = self.0.spawn(future);
        self.0.block_on(task).expect("the future does not panic")
    }
}
