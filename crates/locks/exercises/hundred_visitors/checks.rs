//! Calls your `count_all` for a hundred visitors, then for three. Read it; it is not yours to change.

mod exercise;

use std::time::Duration;

use tokio::time::{Instant, sleep};

/// Asks a visitor how many tickets they have. Every one of them has one ticket and takes a second, two or
/// three to find it.
pub async fn ask(visitor: u32) -> u32 {
    sleep(Duration::from_secs(u64::from(visitor % 3 + 1))).await;
    1
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    for visitors in [100, 3] {
        let start = Instant::now();
        let tickets = exercise::count_all(visitors).await;
        let took = start.elapsed().as_secs();
        println!("{visitors} visitors: {tickets} tickets after {took} s");
    }
}
