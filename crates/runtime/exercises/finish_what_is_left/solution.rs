//! A second run of the same runtime, which is over when the last handle is.

use tokio::runtime::Builder;
use tokio::task::JoinHandle;

pub fn run(program: impl Future<Output = Vec<JoinHandle<()>>>) {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    let tasks = runtime.block_on(program);
    runtime.block_on(async {
        for task in tasks {
            task.await.expect("a parcel does not panic");
        }
    });
}
