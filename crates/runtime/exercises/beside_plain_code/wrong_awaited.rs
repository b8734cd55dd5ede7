//! Wrong: the task is awaited, in a function that is not async.
//! Earns: does not compile

use tokio::runtime::Runtime;

pub struct Background {
    runtime: Runtime,
}

impl Background {
    pub fn start() -> Self {
        Self { runtime: Runtime::new().expect("a runtime can be built") }
    }

    pub fn call<F>(&self, future: F) -> F::Output
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.runtime.spawn(future).await.expect("the future does not panic")
    }
}
