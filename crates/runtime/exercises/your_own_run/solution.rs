//! The flavour with one thread, its timers turned on; the runtime is dropped at the closing brace.

use tokio::runtime::Builder;

pub fn run<F: Future>(main: F) -> F::Output {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.block_on(main)
}
