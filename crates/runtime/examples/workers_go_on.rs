//! The same two runs on a runtime with a thread of its own: the task goes on between them.
//!
//!     cargo run -p runtime --example workers_go_on
//!
//! No twin: a loop has no thread but the one that runs it.

use std::thread;
use std::time::Duration;

use tokio::runtime::Builder;
use tokio::task::JoinHandle;
use tokio::time::sleep;

async fn worker() {
    sleep(Duration::from_millis(300)).await;
    println!("worker: has slept 300 ms");
}

async fn start() -> JoinHandle<()> {
    let task = tokio::spawn(worker());
    sleep(Duration::from_millis(100)).await;
    println!("The first run ends.");
    task
}

// ANCHOR: main
#[meanwhile::main(clock = "real")]
fn main() {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime can be built");
    let task = runtime.block_on(start());
    thread::sleep(Duration::from_millis(500)); // main's thread, and not the worker's
    println!("The second run begins.");
    runtime.block_on(task).expect("the worker does not panic");
}
// ANCHOR_END: main
