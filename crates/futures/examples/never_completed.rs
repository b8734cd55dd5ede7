//! A place that nobody fills: the wait has no end of its own.
//!
//!     cargo run -p futures --example never_completed

use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::timeout;

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    // main keeps the end that fills, and never uses it.
    let (_set_result, my_future) = oneshot::channel::<&'static str>();
    match timeout(Duration::from_secs(10), my_future).await {
        Ok(result) => println!("main: {result:?}"),
        Err(_) => println!("main: nothing after 10 s"),
    }
}
