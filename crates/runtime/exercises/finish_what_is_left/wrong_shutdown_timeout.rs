//! Wrong: `shutdown_timeout` is thought to wait for tasks; it waits for blocking calls.
//! Earns: left tasks behind

use std::time::Duration;

use tokio::runtime::Builder;
use tokio::task::JoinHandle;

pub fn run(program: impl Future<Output = Vec<JoinHandle<()>>>) {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.block_on(program);
    runtime.shutdown_timeout(Duration::from_secs(60));
}
