//! A sleep asks for its runtime's timers when it is built, and panics if there are none.
//!
//!     cargo run -p runtime --example sleep_finds_no_timer
//!
//! No twin: every loop has timers, and `asyncio.sleep` asks for the loop when it is awaited.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use tokio::runtime::Builder;
use tokio::time::sleep;

const SECOND: Duration = Duration::from_secs(1);

// ANCHOR: main
#[meanwhile::main]
fn main() {
    let bare = Builder::new_current_thread().build().expect("a runtime can be built");
    report("a runtime without enable_all", || bare.block_on(async { sleep(SECOND).await }));

    let whole = Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    report("a sleep built outside the runtime", || whole.block_on(sleep(SECOND)));
    report("a sleep built inside", || whole.block_on(async { sleep(SECOND).await }));
}
// ANCHOR_END: main

fn report(what: &str, deed: impl FnOnce()) {
    let Err(panic) = catch_unwind(AssertUnwindSafe(deed)) else {
        println!("{what}: it slept");
        return;
    };
    let message = match panic.downcast_ref::<String>() {
        Some(message) => message,
        None => *panic.downcast_ref::<&str>().expect("a message is a text"),
    };
    let sentence = message.split(". ").next().unwrap_or(message);
    println!("{what}: {sentence}");
}
