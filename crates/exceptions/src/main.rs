//! Three calls, one error: all three answers, the error among them.
//!
//!     cargo run -p exceptions

use std::time::Duration;

use futures::future::join_all;
use tokio::time::sleep;

#[tracing::instrument] // a lane of its own in the recording; the program runs the same without
async fn might_fail(n: u32) -> Result<u32, String> {
    if n == 2 {
        // An error is a value that is returned. Nothing is raised.
        return Err("This is an expected error!".to_string());
    }
    sleep(Duration::from_secs(1)).await;
    Ok(n * 2)
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    // To join_all an Err is an output like any other: it waits for all three.
    let results = join_all([might_fail(1), might_fail(2), might_fail(3)]).await;
    println!("Results: {results:?}");
}
