//! A stream is left at the `break`, and dropped where its variable ends: two seconds later.
//!
//!     cargo run -p streams --example kept_to_the_end

use std::pin::pin;
use std::time::Duration;

use futures::stream::{self, Stream, StreamExt};
use tokio::time::sleep;

struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        println!("closing the connection");
    }
}

/// Gives rows without end. The state holds the connection.
fn rows() -> impl Stream<Item = u32> {
    stream::unfold((Connection, 1), |(connection, row)| async move {
        sleep(Duration::from_secs(1)).await; // stands in for the database
        Some((row, (connection, row + 1)))
    })
}

// ANCHOR: first_two
async fn first_two() {
    let mut rows = pin!(rows());
    while let Some(row) = rows.next().await {
        println!("row {row}");
        if row == 2 {
            break;
        }
    }
    println!("after the loop");
    sleep(Duration::from_secs(2)).await; // stands in for what is done with the rows
    println!("the rows are added up");
} // `rows` is dropped here
// ANCHOR_END: first_two

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    first_two().await;
    println!("first_two is over");
}
