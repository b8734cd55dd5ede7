//! Wrong: the thread sleeps outside of `block_on`, and nobody runs the tasks meanwhile.
//! Earns: left tasks behind

use std::thread;
use std::time::Duration;

use tokio::runtime::Builder;
use tokio::task::JoinHandle;

pub fn run(program: impl Future<Output = Vec<JoinHandle<()>>>) {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    let tasks = runtime.block_on(program);
    for _ in 0..4 {
        if tasks.iter().all(JoinHandle::is_finished) {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
}
