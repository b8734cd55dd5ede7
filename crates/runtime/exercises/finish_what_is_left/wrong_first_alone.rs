//! Wrong: waits for the first handle, as if the others were done by then.
//! Earns: left tasks behind

use tokio::runtime::Builder;
use tokio::task::JoinHandle;

pub fn run(program: impl Future<Output = Vec<JoinHandle<()>>>) {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.block_on(async {
        if let Some(first) = program.await.into_iter().next() {
            first.await.expect("a parcel does not panic");
        }
    });
}
