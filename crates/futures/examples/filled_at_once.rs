//! A place that is filled before anybody looks: nothing is awaited, so nothing needs the place.
//!
//!     cargo run -p futures --example filled_at_once

use std::time::Duration;

use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::time::sleep;

async fn my_coroutine() -> &'static str {
    sleep(Duration::from_secs(1)).await;
    "Any Async Output"
}

#[meanwhile::main]
fn main() {
    // Made where no runtime is: a oneshot channel belongs to none.
    let (set_result, mut my_future) = oneshot::channel();
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let output = runtime.block_on(my_coroutine()); // the whole program happens here
    set_result.send(output).expect("my_future is still there");
    let result = my_future.try_recv().expect("it has been sent");
    println!("{result}");
}
