//! Right: one run, of a block that awaits the program and then the tasks, the last first.

use tokio::runtime::Builder;
use tokio::task::JoinHandle;

pub fn run(program: impl Future<Output = Vec<JoinHandle<()>>>) {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.block_on(async {
        let mut tasks = program.await;
        while let Some(task) = tasks.pop() {
            task.await.expect("a parcel does not panic");
        }
    });
}
