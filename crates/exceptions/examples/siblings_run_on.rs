//! The first error is reported, the siblings run on, the second error is lost: gather.
//!
//!     cargo run -p exceptions --example siblings_run_on

use std::time::Duration;

use futures::future::try_join_all;
use tokio::task::JoinHandle;
use tokio::time::sleep;

/// Who, and how many seconds each works. b and c fail.
const CAST: [(&str, u64); 4] = [("a", 3), ("b", 2), ("c", 1), ("d", 4)];

/// Says so if it is dropped before its worker has ended.
struct CutOff {
    name: &'static str,
    ended: bool,
}

impl Drop for CutOff {
    fn drop(&mut self) {
        if !self.ended {
            println!("{} is cut off", self.name);
        }
    }
}

async fn worker(name: &'static str, seconds: u64) -> Result<&'static str, String> {
    let mut guard = CutOff { name, ended: false };
    println!("{name} starts");
    sleep(Duration::from_secs(seconds)).await;
    guard.ended = true;
    if matches!(name, "b" | "c") {
        println!("{name} fails");
        return Err(format!("{name} failed"));
    }
    println!("{name} finishes");
    Ok(name)
}

/// Waits for a task and hands over what its worker returned.
async fn joined(handle: JoinHandle<Result<&'static str, String>>) -> Result<&'static str, String> {
    handle.await.expect("no worker panics")
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    // gather makes a task of each coroutine: four tasks.
    let handles = CAST.map(|(name, seconds)| tokio::spawn(worker(name, seconds)));
    // The first Err in time ends the wait. The other handles are dropped, their tasks are not.
    let error = try_join_all(handles.map(joined)).await.expect_err("b and c fail");
    println!("main: {error}");
    sleep(Duration::from_secs(4)).await; // main goes on, and so do the others
    println!("main ends");
}
