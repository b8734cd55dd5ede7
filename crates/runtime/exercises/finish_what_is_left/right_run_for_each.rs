//! Right: one run for each of the handles.

use tokio::runtime::Builder;
use tokio::task::JoinHandle;

pub fn run(program: impl Future<Output = Vec<JoinHandle<()>>>) {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    for task in runtime.block_on(program) {
        runtime.block_on(task).expect("a parcel does not panic");
    }
}
