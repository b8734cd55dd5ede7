//! Wrong: `shutdown_background` tells the runtime to go, and does not wait until it has gone.
//! Earns: runtime kept

use tokio::runtime::Runtime;

pub struct Background {
    runtime: Option<Runtime>,
}

impl Background {
    pub fn start() -> Self {
        Self { runtime: Some(Runtime::new().expect("a runtime can be built")) }
    }

    pub fn call<F>(&self, future: F) -> F::Output
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.runtime.as_ref().expect("it is there until the drop").block_on(future)
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
