//! Wrong: the runtime is dropped, and run once more.
//! Earns: does not compile

use tokio::runtime::Builder;
use tokio::task::JoinHandle;

pub fn run(program: impl Future<Output = Vec<JoinHandle<()>>>) {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    let tasks = runtime.block_on(program);
    drop(runtime);
    for task in tasks {
        runtime.block_on(task).expect("a parcel does not panic");
    }
}
