//! Three factorials at once: nine seconds, the longest of the three.
//!
//!     cargo run -p gather --example factorial

use std::time::Duration;

use futures::future::join_all;
use tokio::time::{Instant, sleep};

#[tracing::instrument]
async fn factorial(name: &str, number: u64) -> u64 {
    let mut f = 1;
    for i in 2..=number {
        println!("Task {name}: Compute factorial({number}), currently i={i}...");
        sleep(Duration::from_secs(i)).await;
        f *= i;
    }
    println!("Task {name}: factorial({number}) = {f}");
    f
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let start = Instant::now();

    // A Vec of results in the order of the list, whichever ends first.
    let results = join_all([factorial("A", 2), factorial("B", 3), factorial("C", 4)]).await;

    println!("Results: {results:?}");
    println!("Completed in {:.2} seconds", start.elapsed().as_secs_f64());
}
