//! # Your own run
//!
//! Write what `asyncio.run` is: `run` builds a runtime, runs one future on it to its end, takes the runtime
//! down, and hands back what the future returned.
//! As in asyncio all tasks run on the thread that called `run`, and sleeps work. A task that is left over when
//! the future is done is dropped before `run` returns, and `run` can be called again afterwards.
//! The two programs of the checks take half a second each.
//!
//! **First step:** run it, and read the message of the panic to its end: it names what is missing.
//!
//! **Before you go on:** `#[tokio::main]` writes this function for `main`. Does it only do so for `main`?
//!
//!     cargo xtask check your_own_run

use tokio::runtime::Builder;

pub fn run<F: Future>(main: F) -> F::Output {
    let runtime = Builder::new_current_thread().build().expect("a runtime can be built");
    runtime.block_on(main)
}
