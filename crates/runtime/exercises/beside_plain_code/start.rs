//! # Beside plain code
//!
//! A program that is not async has some async work to do now and then. Design the `Background` that does it:
//! `start` sets a runtime up, `call` runs a future on it and returns its output, and when the value is dropped
//! the runtime is taken down: before `drop` returns, every task that was left over is dropped, too.
//! Tasks that a call has spawned go on after the call, while the plain code is busy with something else; and
//! calls from two threads run at the same time. What is inside `Background` is yours to choose.
//!
//! **First step:** the upload is finished too late. Who turns this runtime between two calls?
//!
//! **Before you go on:** asyncio has `run_coroutine_threadsafe` for this. Which part of your design is that
//! call, and which part would you have to write beside it in Python?
//!
//!     cargo xtask check beside_plain_code

use tokio::runtime::{Builder, Runtime};

pub struct Background {
    runtime: Runtime,
}

impl Background {
    pub fn start() -> Self {
        let runtime =
            Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
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
