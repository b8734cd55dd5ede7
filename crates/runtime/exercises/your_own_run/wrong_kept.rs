//! Wrong: one runtime for the whole program, which is never taken down.
//! Earns: runtime kept

use std::sync::OnceLock;

use tokio::runtime::{Builder, Runtime};

static RUNTIME: OnceLock<Runtime> = OnceLock::new();

pub fn run<F: Future>(main: F) -> F::Output {
    let runtime = RUNTIME.get_or_init(|| {
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built")
    });
    runtime.block_on(main)
}
