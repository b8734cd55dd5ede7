//! The current runtime: none outside, one inside, and its handle can be used. Prints nothing.
//!
//!     cargo run -p runtime --example current_handle

use tokio::runtime::{Builder, Handle};

async fn answer() -> u32 {
    42
}

// ANCHOR: main
async fn inside() {
    let handle = Handle::try_current().expect("a runtime is running this");
    let number = handle.spawn(answer()).await.expect("it does not panic");
    assert_eq!(number, 42);
}

#[meanwhile::main]
fn main() {
    // asyncio.get_running_loop() raises here, Handle::current() panics, try_current() returns Err.
    assert!(Handle::try_current().is_err(), "no runtime is running yet");

    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.block_on(inside());
}
// ANCHOR_END: main
