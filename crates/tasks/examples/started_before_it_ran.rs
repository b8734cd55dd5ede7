//! `Started tasks...` stands before the first line of either task.
//!
//!     cargo run -p tasks --example started_before_it_ran

use std::time::Duration;

use tokio::time::sleep;

async fn say_after(delay: Duration, what: &str) {
    println!("{what}: first line of the body");
    sleep(delay).await;
    println!("{what}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let task1 = tokio::spawn(say_after(Duration::from_secs(1), "hello"));
    let task2 = tokio::spawn(say_after(Duration::from_secs(2), "world"));

    println!("Started tasks...");
    task1.await.unwrap(); // main suspends here for the first time: now the tasks run
    task2.await.unwrap();
    println!("Tasks finished.");
}
