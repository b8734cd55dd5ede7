//! Three pages, each fetched when it is asked for: a stream, and the loop that reads it.
//!
//!     cargo run -p streams

use std::pin::pin;
use std::time::Duration;

use futures::stream::{self, Stream, StreamExt};
use tokio::time::sleep;

/// Gives page 1, 2 and 3. The state is the number of the next page.
fn pages() -> impl Stream<Item = u32> {
    stream::unfold(1, |number| async move {
        if number > 3 {
            return None; // the generator returns
        }
        println!("fetching page {number}");
        sleep(Duration::from_secs(1)).await; // stands in for the network
        Some((number, number + 1)) // yield number, and go on with the next
    })
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let pages = pages();
    println!("nothing is fetched yet");
    let mut pages = pin!(pages);
    while let Some(page) = pages.next().await {
        println!("reading page {page}");
        sleep(Duration::from_secs(2)).await;
    }
    println!("no more pages");
}
