//! Wrong: the handles are awaited in a second runtime, which does not run the first one's tasks.
//! Earns: deadlock

use tokio::runtime::Builder;
use tokio::task::JoinHandle;

pub fn run(program: impl Future<Output = Vec<JoinHandle<()>>>) {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    let tasks = runtime.block_on(program);
    let another =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    another.block_on(async {
        for task in tasks {
            task.await.expect("a parcel does not panic");
        }
    });
}
