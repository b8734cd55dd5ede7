//! Wrong: the handle's `block_on` is taken for the runtime's; on this flavour it turns no timers.
//! Earns: deadlock

use tokio::runtime::Builder;

pub fn run<F: Future>(main: F) -> F::Output {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.handle().block_on(main)
}
