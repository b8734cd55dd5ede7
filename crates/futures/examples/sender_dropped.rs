//! The end that fills is dropped: whoever waits is told at once.
//!
//!     cargo run -p futures --example sender_dropped
//!
//! No twin: a Future that everybody else has forgotten stays pending, and so does its waiter.

use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};

async fn give_up(set_result: oneshot::Sender<&'static str>) {
    sleep(Duration::from_secs(1)).await;
    println!("give_up: leaves without a result");
    drop(set_result); // the end of the function would do it too, and so would a panic
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (set_result, my_future) = oneshot::channel();
    tokio::spawn(give_up(set_result));
    match timeout(Duration::from_secs(10), my_future).await {
        Ok(Ok(result)) => println!("main: {result}"),
        Ok(Err(error)) => println!("main: {error}"),
        Err(_) => println!("main: nothing after 10 s"),
    }
}
