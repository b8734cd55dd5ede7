//! filter, then, take: a chain over numbers without end makes no more of them than it is asked for.
//!
//!     cargo run -p streams --example lazy_chain

use std::future::ready;
use std::pin::pin;
use std::time::Duration;

use futures::stream::{self, StreamExt};
use tokio::time::sleep;

async fn doubled(number: u32) -> u32 {
    sleep(Duration::from_secs(1)).await;
    number * 2
}

// ANCHOR: main
#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let doubles = stream::iter(1..)
        .inspect(|number| println!("{number} is made"))
        .filter(|number| ready(number % 2 == 0)) // asks a future, not a bool
        .then(doubled) // awaits it before it asks for the next number
        .map(|number| format!("{number} is the double of an even number"))
        .take(2);
    println!("the chain is built");
    let mut doubles = pin!(doubles);
    while let Some(line) = doubles.next().await {
        println!("{line}");
    }
}
// ANCHOR_END: main
