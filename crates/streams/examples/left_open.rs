//! The same program. Its twin leaves the generator without `aclosing`.
//!
//!     cargo run -p streams --example left_open

use std::pin::pin;
use std::time::Duration;

use futures::stream::{self, Stream, StreamExt};
use tokio::time::sleep;

struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        println!("closing the connection"); // and no await: this is no async function
    }
}

/// Gives rows without end. The state holds the connection.
fn rows() -> impl Stream<Item = u32> {
    stream::unfold((Connection, 1), |(connection, row)| async move {
        sleep(Duration::from_secs(1)).await; // stands in for the database
        Some((row, (connection, row + 1)))
    })
}

async fn first_two() {
    let mut rows = pin!(rows());
    while let Some(row) = rows.next().await {
        println!("row {row}");
        if row == 2 {
            break;
        }
    }
    println!("after the loop");
} // `rows` is dropped here

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    first_two().await;
    println!("first_two is over");
    sleep(Duration::from_secs(2)).await;
    println!("main is over");
}
