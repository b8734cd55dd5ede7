//! The first error aborts the siblings, and main waits until they are gone: TaskGroup.
//!
//!     cargo run -p exceptions --example siblings_aborted

use std::time::Duration;

use tokio::task::JoinSet;
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

// ANCHOR: main
#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let mut group = JoinSet::new();
    for (name, seconds) in CAST {
        group.spawn(worker(name, seconds));
    }
    let mut errors = Vec::new();
    // Drain the set to its end, so that no worker outlives this loop.
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok(Ok(name)) => println!("main: {name} finished"),
            Ok(Err(error)) => {
                errors.push(error);
                group.abort_all();
            }
            Err(aborted) if aborted.is_cancelled() => {} // our own doing, no failure
            Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
        }
    }
    for error in errors {
        println!("main: {error}");
    }
    sleep(Duration::from_secs(4)).await;
    println!("main ends");
}
// ANCHOR_END: main
