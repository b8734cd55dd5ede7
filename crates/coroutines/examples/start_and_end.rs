//! One coroutine, built by an `async` block: no function, no call, the same kind of value.
//!
//!     cargo run -p coroutines --example start_and_end

use std::time::Duration;

use tokio::time::sleep;

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    // Python has no such block: there, only a call of an async def builds a coroutine.
    let my_coroutine = async {
        println!("Start");
        sleep(Duration::from_secs(2)).await;
        println!("End");
    };
    my_coroutine.await;
}
