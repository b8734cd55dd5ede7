//! Ten coroutines add one to the same count. An `.await` between reading and writing loses nine.
//!
//!     cargo run -p gather --example lost_update

use std::cell::Cell;

use futures::future::join_all;
use tokio::task::yield_now;

async fn add_at_once(count: &Cell<u32>) {
    let read = count.get();
    count.set(read + 1);
}

#[tracing::instrument] // a lane of its own in the recording; the program runs the same without
async fn add_later(count: &Cell<u32>) {
    let read = count.get();
    yield_now().await; // stands in for whatever is awaited here
    count.set(read + 1);
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let count = Cell::new(0); // can be changed through a shared reference
    join_all((0..10).map(|_| add_at_once(&count))).await;
    println!("without an await in between: {}", count.get());

    let count = Cell::new(0);
    join_all((0..10).map(|_| add_later(&count))).await;
    println!("with one: {}", count.get());
}
