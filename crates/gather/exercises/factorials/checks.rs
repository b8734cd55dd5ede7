//! Calls your `factorials`, and prints what comes back. Read it; it is not yours to change.

mod exercise;

use std::time::Duration;

use tokio::time::sleep;

/// Multiplies the numbers from 2 up to `number`, and rests two seconds after the first, three after the
/// second, and so on.
#[tracing::instrument]
pub async fn factorial(name: &str, number: u64) -> u64 {
    let mut product = 1;
    for factor in 2..=number {
        println!("Task {name}: factorial({number}), times {factor}...");
        sleep(Duration::from_secs(factor)).await;
        product *= factor;
    }
    println!("Task {name}: factorial({number}) = {product}");
    product
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let results: Vec<u64> = exercise::factorials().await;
    println!("Results: {results:?}");
}
