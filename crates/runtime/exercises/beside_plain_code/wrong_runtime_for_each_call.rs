//! Wrong: a runtime for each call, as `asyncio.run` would have it; the tasks end with the call.
//! Earns: left tasks behind

use tokio::runtime::Builder;

pub struct Background;

impl Background {
    pub fn start() -> Self {
        Self
    }

    pub fn call<F>(&self, future: F) -> F::Output
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        let runtime =
            Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
        runtime.block_on(future)
    }
}
