//! Wrong: asks every hundredth of a second how many tasks are alive, and is late by up to as much.
//! Earns: too late

use std::time::Duration;

use tokio::runtime::Builder;
use tokio::task::JoinHandle;
use tokio::time::sleep;

pub fn run(program: impl Future<Output = Vec<JoinHandle<()>>>) {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.block_on(program);
    while runtime.metrics().num_alive_tasks() > 0 {
        runtime.block_on(async { sleep(Duration::from_millis(10)).await });
    }
}
