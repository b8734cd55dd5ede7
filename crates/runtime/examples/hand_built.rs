//! A runtime built by hand, one coroutine of one second run on it, the runtime dropped. Prints nothing.
//!
//!     cargo run -p runtime --example hand_built

use std::time::Duration;

use tokio::runtime::Builder;
use tokio::time::{Instant, sleep};

async fn any_async_task() {
    sleep(Duration::from_secs(1)).await;
}

// ANCHOR: main
#[meanwhile::main]
fn main() {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");

    // The clock is the runtime's, so it is read inside.
    let started = runtime.block_on(async { Instant::now() });
    runtime.block_on(any_async_task());
    let ended = runtime.block_on(async { Instant::now() });
    assert_eq!((ended - started).as_secs(), 1);

    drop(runtime); // loop.close(); left out, it happens at the closing brace
}
// ANCHOR_END: main
