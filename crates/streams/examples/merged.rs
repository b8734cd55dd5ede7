//! Two channels read as one stream: each is made a stream, and `select` gives whatever comes first.
//!
//!     cargo run -p streams --example merged

use std::pin::pin;
use std::time::Duration;

use futures::stream::{self, Stream, StreamExt};
use tokio::sync::mpsc;
use tokio::time::sleep;

async fn tick(name: &'static str, seconds: u64, sender: mpsc::Sender<String>) {
    for n in 1..=2 {
        sleep(Duration::from_secs(seconds)).await;
        sender.send(format!("{name} {n}")).await.expect("main reads to the end");
    }
} // the sender is dropped, and the channel ends

// ANCHOR: received
/// What comes through a channel, until its last sender is gone.
fn received(receiver: mpsc::Receiver<String>) -> impl Stream<Item = String> {
    stream::unfold(receiver, |mut receiver| async move {
        let message = receiver.recv().await?;
        Some((message, receiver))
    })
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (to_quick, quick) = mpsc::channel(1);
    let (to_slow, slow) = mpsc::channel(1);
    tokio::spawn(tick("quick", 2, to_quick));
    tokio::spawn(tick("slow", 3, to_slow));
    let mut both = pin!(stream::select(received(quick), received(slow)));
    while let Some(message) = both.next().await {
        println!("{message}");
    }
    println!("both are over");
}
// ANCHOR_END: received
