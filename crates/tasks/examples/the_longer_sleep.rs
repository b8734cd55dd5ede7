//! Two tasks print at once and then sleep: the program ends with the longer sleep.
//!
//!     cargo run -p tasks --example the_longer_sleep

use std::time::Duration;

use tokio::time::{Instant, sleep};

async fn foo() {
    println!("Running foo");
    sleep(Duration::from_secs(1)).await;
}

async fn bar() {
    println!("Running bar");
    sleep(Duration::from_secs(2)).await;
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let started = Instant::now();

    let tasks = [tokio::spawn(foo()), tokio::spawn(bar())];
    for task in tasks {
        task.await.unwrap();
    }

    // Nothing is printed at the end, so an assertion holds it: 2 s, and not 1 + 2.
    assert_eq!(started.elapsed().as_secs(), 2);
}
