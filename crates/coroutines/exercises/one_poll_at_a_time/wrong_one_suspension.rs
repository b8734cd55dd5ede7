//! Wrong: run by a runtime, and nobody counts.
//! Earns: wrong result

use tokio::runtime::Builder;

pub fn drive<F: Future>(future: F) -> (F::Output, u32) {
    let runtime = Builder::new_current_thread().build().expect("a runtime can be built");
    (runtime.block_on(future), 1)
}
