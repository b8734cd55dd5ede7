//! It leaves its group at the first result: the set is dropped, and what is left in it is aborted.
//!
//!     cargo run -p exceptions --example leaves_early

use std::time::Duration;

use tokio::task::JoinSet;
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

async fn worker(name: &'static str, seconds: u64) -> &'static str {
    let mut guard = CutOff { name, ended: false };
    println!("{name} starts");
    sleep(Duration::from_secs(seconds)).await;
    guard.ended = true;
    println!("{name} finishes");
    name
}

// ANCHOR: main
async fn first() -> &'static str {
    let mut group = JoinSet::new();
    group.spawn(worker("a", 3));
    group.spawn(worker("b", 1));
    let ended = group.join_next().await.expect("two are in it");
    ended.expect("no worker panics") // and here the set is dropped, with a in it
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let name = first().await;
    println!("main: {name} was first");
    sleep(Duration::from_secs(4)).await;
    println!("main ends");
}
// ANCHOR_END: main
