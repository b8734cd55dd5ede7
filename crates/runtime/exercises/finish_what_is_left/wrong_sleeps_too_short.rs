//! Wrong: a time that did for the first program.
//! Earns: left tasks behind

use std::time::Duration;

use tokio::runtime::Builder;
use tokio::task::JoinHandle;
use tokio::time::sleep;

pub fn run(program: impl Future<Output = Vec<JoinHandle<()>>>) {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.block_on(program);
    runtime.block_on(async { sleep(Duration::from_secs(10)).await });
}
