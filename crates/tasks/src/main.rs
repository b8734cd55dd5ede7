//! Two sayers as tasks: two seconds, not three.
//!
//!     cargo run -p tasks

use std::time::Duration;

use tokio::time::sleep;

async fn say_after(delay: Duration, what: &str) {
    sleep(delay).await;
    println!("{what}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    // spawn takes a future and gives it to the runtime. What comes back is a handle.
    let task1 = tokio::spawn(say_after(Duration::from_secs(1), "hello"));
    let task2 = tokio::spawn(say_after(Duration::from_secs(2), "world"));

    println!("Started tasks...");
    // The handle gives a Result: Err if the task panicked, was aborted, or its runtime ended.
    task1.await.unwrap();
    task2.await.unwrap();
    println!("Tasks finished.");
}
