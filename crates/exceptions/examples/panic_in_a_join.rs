//! A panic in one branch of a join! takes the other branches along: they are one task.
//!
//!     cargo run -p exceptions --example panic_in_a_join
//!
//! No twin: in asyncio this is an exception like any other, and siblings_run_on shows what
//! gather does with it.

use std::time::Duration;

use tokio::time::sleep;

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

// ANCHOR: panics
#[tracing::instrument]
async fn worker(name: &'static str, seconds: u64) {
    let mut guard = CutOff { name, ended: false };
    println!("{name} starts");
    sleep(Duration::from_secs(seconds)).await;
    guard.ended = true;
    if name == "b" {
        println!("{name} panics");
        panic!("{name} has a bug");
    }
    println!("{name} finishes");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    // Two branches in one task, and one worker in a task of its own.
    let joined = tokio::spawn(async { tokio::join!(worker("a", 2), worker("b", 1)) });
    let alone = tokio::spawn(worker("c", 2));
    assert!(joined.await.expect_err("b panics").is_panic());
    println!("main: the task of a and b died");
    alone.await.expect("c has a task of its own");
    println!("main ends");
}
// ANCHOR_END: panics
