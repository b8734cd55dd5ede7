//! Wrong: plain `join!` begins each round with another of its futures.
//! Earns: wrong order

use tokio::runtime::Builder;

pub fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let runtime = Builder::new_current_thread().build().expect("a runtime can be built");
    runtime.block_on(async { tokio::join!(a, b) })
}
