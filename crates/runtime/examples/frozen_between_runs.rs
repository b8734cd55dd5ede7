//! One runtime, run twice. Between the runs nobody runs its tasks: a timer that is due waits.
//!
//!     cargo run -p runtime --example frozen_between_runs

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

#[meanwhile::main(clock = "real")]
fn main() {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    let task = runtime.block_on(start());
    thread::sleep(Duration::from_millis(500)); // a plain function at work: the runtime stands still
    println!("The second run begins.");
    runtime.block_on(task).expect("the worker does not panic");
}
