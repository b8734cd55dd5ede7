//! A channel with room for one: the sender waits too.

use tokio::sync::mpsc;

async fn producer(sender: mpsc::Sender<u32>) {
    for number in 1..=3 {
        sender.send(number).await.expect("main listens");
    }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (sender, mut receiver) = mpsc::channel(1);
    tokio::spawn(producer(sender));
    while let Some(number) = receiver.recv().await {
        println!("{number}");
    }
}
