//! Right: a `LocalSet` on a runtime with timers alone; the runtime is dropped by name.

use tokio::runtime::Builder;
use tokio::task::LocalSet;

pub fn run<F: Future>(main: F) -> F::Output {
    let runtime =
        Builder::new_current_thread().enable_time().build().expect("a runtime can be built");
    let output = LocalSet::new().block_on(&runtime, main);
    drop(runtime);
    output
}
