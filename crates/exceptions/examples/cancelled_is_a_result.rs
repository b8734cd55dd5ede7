//! A list of results tells who was cancelled, too.
//!
//!     cargo run -p exceptions --example cancelled_is_a_result

use std::time::Duration;

use futures::future::join_all;
use tokio::time::sleep;

async fn double(n: u32) -> u32 {
    sleep(Duration::from_secs(2)).await;
    n * 2
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let handles = [1, 2, 3].map(|n| tokio::spawn(double(n)));
    let second = handles[1].abort_handle();
    tokio::spawn(async move {
        sleep(Duration::from_secs(1)).await;
        second.abort();
    });
    for result in join_all(handles).await {
        match result {
            Ok(doubled) => println!("{doubled}"),
            Err(died) if died.is_cancelled() => println!("cancelled"),
            Err(died) => std::panic::resume_unwind(died.into_panic()),
        }
    }
}
