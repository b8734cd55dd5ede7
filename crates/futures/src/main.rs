//! A place to put a result: one task fills it, another awaits it.
//!
//!     cargo run -p futures

use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::sleep;

async fn my_coroutine() -> &'static str {
    sleep(Duration::from_secs(1)).await;
    "Any Async Output"
}

/// Fills the place. `set_result` is one of its two ends.
async fn complete(set_result: oneshot::Sender<&'static str>) {
    let output = my_coroutine().await;
    set_result.send(output).expect("main is waiting");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    // asyncio.Future is one object with two ends. Here the two ends are two values.
    let (set_result, my_future) = oneshot::channel();
    tokio::spawn(complete(set_result));
    // Err would mean that the other end was dropped and the result will never come.
    let result = my_future.await.expect("complete sends before it ends");
    println!("{result}");
}
