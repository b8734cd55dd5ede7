//! Nobody receives any more, and whoever waits to send is told.
//!
//!     cargo run -p semaphores --example receiver_gone

use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

const SECOND: Duration = Duration::from_secs(1);

async fn produce(queue: mpsc::Sender<u32>) {
    for number in 0..2 {
        match queue.send(number).await {
            Ok(()) => println!("put {number}"),
            Err(error) => println!("put {number}: {error}"), // and `error.0` is the number
        }
    }
}

// ANCHOR: main
#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (sender, receiver) = mpsc::channel(1);
    let producer = tokio::spawn(produce(sender));
    sleep(SECOND).await;
    println!("main receives nothing");
    drop(receiver);

    match timeout(SECOND, producer).await {
        Ok(_) => println!("the producer is done"),
        Err(_) => println!("the producer still waits"),
    }
}
// ANCHOR_END: main
