//! What `#[tokio::main]` writes: build a runtime, run one future on it, drop it.
//!
//!     cargo run -p runtime

use std::time::Duration;

use tokio::runtime::Builder;
use tokio::time::sleep;

async fn my_coroutine() -> u32 {
    println!("Start");
    sleep(Duration::from_secs(2)).await;
    println!("End");
    42
}

/// `asyncio.run`, as far as tokio has it.
fn run<F: Future>(main: F) -> F::Output {
    let runtime = Builder::new_current_thread() // everything on this thread, as in asyncio
        .enable_all() // with timers, and with sockets where tokio has its feature `net`
        .build()
        .expect("a runtime can be built");
    runtime.block_on(main) // the runtime lives to the end of this function
}

#[meanwhile::main]
fn main() {
    println!("A plain function. No runtime yet.");
    let number = run(my_coroutine());
    println!("It returned {number}. The runtime is gone.");
}
