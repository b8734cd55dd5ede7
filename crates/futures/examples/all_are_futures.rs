//! A coroutine, a task and a channel's end are awaited alike: each is a Future.
//!
//!     cargo run -p futures --example all_are_futures

use std::fmt::Debug;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::sleep;

async fn answer_after(seconds: u64) -> u64 {
    sleep(Duration::from_secs(seconds)).await;
    seconds
}

/// Takes whatever can be awaited. In asyncio this is an Awaitable.
async fn wait_for<T: Debug>(name: &str, future: impl Future<Output = T>) -> T {
    println!("waiting for the {name}");
    let output = future.await;
    println!("the {name} is done");
    output
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let coroutine = answer_after(1); // begins when it is awaited
    let task = tokio::spawn(answer_after(2)); // begins without being awaited
    let (set_result, place) = oneshot::channel(); // begins nothing: somebody else fills it
    tokio::spawn(async move {
        sleep(Duration::from_secs(3)).await;
        set_result.send(3).expect("main is waiting");
    });
    // The task may have panicked and the sender may be gone: those two are Results.
    assert_eq!(wait_for("coroutine", coroutine).await, 1);
    assert_eq!(wait_for("task", task).await.expect("no panic"), 2);
    assert_eq!(wait_for("place", place).await.expect("sent"), 3);
}
