//! The runtime hands back what the coroutine returned: no place to put it is needed.
//!
//!     cargo run -p futures --example no_future_at_all

use std::time::Duration;

use tokio::runtime::Builder;
use tokio::time::sleep;

async fn my_coroutine() -> &'static str {
    sleep(Duration::from_secs(1)).await;
    "Any Async Output"
}

#[meanwhile::main]
fn main() {
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let result = runtime.block_on(my_coroutine());
    println!("{result}");
}
