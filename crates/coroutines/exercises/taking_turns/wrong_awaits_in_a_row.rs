//! Wrong: two awaits in a row are thought to run both at the same time, since both were built before.
//! Earns: wrong order

use tokio::runtime::Builder;

pub fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let runtime = Builder::new_current_thread().build().expect("a runtime can be built");
    runtime.block_on(async { (a.await, b.await) })
}
