//! A future is polled by hand, where no runtime is. That goes well until it wants a timer.
//!
//!     cargo run -p runtime --example polled_outside

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::runtime::Builder;
use tokio::time::sleep;

async fn add() -> u32 {
    2 + 3
}

async fn sleep_and_add() -> u32 {
    sleep(Duration::from_secs(1)).await;
    add().await
}

// ANCHOR: main
#[meanwhile::main]
fn main() {
    report("without a sleep in it", add());
    report("with a sleep in it, outside", sleep_and_add());

    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.block_on(async { report("with a sleep in it, inside", sleep_and_add()) });
}

/// Polls a future once, and drops it.
fn report(what: &str, future: impl Future<Output = u32>) {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(&mut context))) {
        Ok(Poll::Ready(sum)) => println!("{what}: {sum}"),
        Ok(Poll::Pending) => println!("{what}: it waits"),
        Err(panic) => {
            let message = match panic.downcast_ref::<String>() {
                Some(message) => message,
                None => *panic.downcast_ref::<&str>().expect("a message is a text"),
            };
            println!("{what}: {message}");
        }
    }
}
// ANCHOR_END: main
