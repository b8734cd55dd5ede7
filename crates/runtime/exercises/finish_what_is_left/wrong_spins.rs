//! Wrong: asks again and again, and lets nobody run between two questions.
//! Earns: endless loop

use tokio::runtime::Builder;
use tokio::task::JoinHandle;

pub fn run(program: impl Future<Output = Vec<JoinHandle<()>>>) {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.block_on(async {
        let tasks = program.await;
        while !tasks.iter().all(JoinHandle::is_finished) {}
    });
}
