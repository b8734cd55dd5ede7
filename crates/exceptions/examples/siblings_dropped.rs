//! The first error drops the siblings where they stand: try_join!.
//!
//!     cargo run -p exceptions --example siblings_dropped
//!
//! Its twin has gather in this place, which makes four tasks and leaves the siblings running. These
//! are no tasks, but four futures inside one, and a future that is dropped ends there and then.

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

// One task: try_join! polls all four inside main.
#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let all = tokio::try_join!(worker("a", 3), worker("b", 2), worker("c", 1), worker("d", 4));
    println!("main: {}", all.expect_err("b and c fail"));
    sleep(Duration::from_secs(4)).await;
    println!("main ends");
}
