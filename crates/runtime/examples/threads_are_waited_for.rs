//! main returns while a thread of the blocking pool works. Dropping the runtime waits for it.
//!
//!     cargo run -p runtime --example threads_are_waited_for

use std::thread;
use std::time::Duration;

use tokio::runtime::Builder;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

fn work() {
    println!("thread: begins");
    thread::sleep(Duration::from_millis(500));
    println!("thread: ends");
}

// ANCHOR: main
async fn start() {
    spawn_blocking(work);
    sleep(Duration::from_millis(200)).await;
    println!("main: returns");
}

#[meanwhile::main(clock = "real")]
fn main() {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.block_on(start());
    drop(runtime);
    println!("The runtime is gone.");
}
// ANCHOR_END: main
