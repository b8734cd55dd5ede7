//! An async function handed to a thread: the thread makes a future, and runs nothing of it.
//!
//!     cargo run -p sleep-vs-blocking --example thread_makes_a_future

use tokio::task::spawn_blocking;

async fn work() {
    println!("work runs");
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    let made = spawn_blocking(work).await.unwrap(); // all that the thread does is call `work`
    println!("The call is over.");
    made.await;
}
