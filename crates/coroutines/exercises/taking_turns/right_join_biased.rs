//! Right: `join!` is such a loop, and `biased;` has it begin with the first in each round.

use tokio::runtime::Builder;

pub fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let runtime = Builder::new_current_thread().build().expect("a runtime can be built");
    runtime.block_on(async { tokio::join!(biased; a, b) })
}
