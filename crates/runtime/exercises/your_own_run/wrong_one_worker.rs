//! Wrong: one worker thread is thought to be the one thread.
//! Earns: another thread

use tokio::runtime::Builder;

pub fn run<F: Future>(main: F) -> F::Output {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime can be built");
    runtime.block_on(main)
}
