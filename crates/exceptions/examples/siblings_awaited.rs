//! Every worker ends in its own time, and every error is kept: return_exceptions.
//!
//!     cargo run -p exceptions --example siblings_awaited

use std::time::Duration;

use futures::future::join_all;
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

#[tracing::instrument]
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
    let workers = CAST.map(|(name, seconds)| worker(name, seconds));
    for result in join_all(workers).await {
        match result {
            Ok(name) => println!("main: {name} finished"),
            Err(error) => println!("main: {error}"),
        }
    }
    println!("main ends");
}
// ANCHOR_END: main
