//! Three ways to be in the wrong place, each caught, each with the first sentence of its message.
//!
//!     cargo run -p runtime --example panics_by_name

use std::panic::{AssertUnwindSafe, catch_unwind};

use tokio::runtime::{Builder, Handle, Runtime};

// ANCHOR: main
#[meanwhile::main]
fn main() {
    report("the current runtime, outside of any", || drop(Handle::current()));

    let (outer, inner) = (build(), build());
    report("a runtime run inside a runtime", || outer.block_on(async { inner.block_on(async {}) }));
    report("a runtime dropped inside a runtime", || outer.block_on(async { drop(inner) }));
}
// ANCHOR_END: main

fn build() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime can be built")
}

fn report(what: &str, deed: impl FnOnce()) {
    let panic = catch_unwind(AssertUnwindSafe(deed)).expect_err("it panics");
    let message = match panic.downcast_ref::<String>() {
        Some(message) => message,
        None => *panic.downcast_ref::<&str>().expect("a message is a text"),
    };
    let sentence = message.split(". ").next().unwrap_or(message);
    println!("{what}: {sentence}");
}
