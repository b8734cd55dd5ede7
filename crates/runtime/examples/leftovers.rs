//! main returns while a task waits. The task is dropped: its `Drop` runs, and nothing is awaited.
//!
//!     cargo run -p runtime --example leftovers

use std::time::Duration;

use tokio::runtime::Builder;
use tokio::task::JoinHandle;
use tokio::time::sleep;

struct CleanUp;

impl Drop for CleanUp {
    fn drop(&mut self) {
        println!("worker: clean-up begins"); // no .await can stand in here
    }
}

async fn worker() {
    let _clean_up = CleanUp;
    println!("worker: begins");
    sleep(Duration::from_secs(10)).await;
    println!("worker: ends");
}

async fn start() -> JoinHandle<()> {
    let task = tokio::spawn(worker());
    sleep(Duration::from_secs(1)).await;
    println!("main: returns");
    task // the worker has nine seconds to go
}

#[meanwhile::main]
fn main() {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    let task = runtime.block_on(start());
    println!("The run is over.");
    assert!(!task.is_finished());
    drop(runtime);
    println!("The runtime is gone.");
    assert!(task.is_finished());
}
