//! # Finish what is left
//!
//! `run` runs a program to its end, on the thread that calls it, as it does now. The program leaves tasks behind, and returns their handles.
//! The runtime is dropped too early, and the tasks with it: let `run` return when the last of them is done, as
//! soon as it is. The first program leaves tasks of up to 6 s, so that `run` takes 6 s; the second of up to 30.
//! How long they take is not known to `run`.
//!
//! **First step:** a runtime can be run more than once. What would the second run be waiting for?
//!
//! **Before you go on:** `shutdown_timeout` sounds as if it did this. Read what it waits for, and try it.
//!
//!     cargo xtask check finish_what_is_left

use tokio::runtime::Builder;
use tokio::task::JoinHandle;

pub fn run(program: impl Future<Output = Vec<JoinHandle<()>>>) {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    let _tasks = runtime.block_on(program);
}
