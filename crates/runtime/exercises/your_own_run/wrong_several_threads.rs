//! Wrong: `Runtime::new` is the runtime of many threads.
//! Earns: another thread

use tokio::runtime::Runtime;

pub fn run<F: Future>(main: F) -> F::Output {
    let runtime = Runtime::new().expect("a runtime can be built");
    runtime.block_on(main)
}
