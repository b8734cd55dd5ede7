// Meant: take one step of a coroutine by hand, as `coroutine.send(None)` does.
// asyncio would have run it to its first suspension. Here `poll` exists on a pinned future alone: a
// future may hold references into itself, so it must not move once it has been polled.

use std::task::{Context, Waker};

async fn my_coroutine() -> &'static str {
    "Any Async Output"
}

fn main() {
    let mut coroutine = my_coroutine();
    let mut context = Context::from_waker(Waker::noop());
    println!("{:?}", coroutine.poll(&mut context));
}
