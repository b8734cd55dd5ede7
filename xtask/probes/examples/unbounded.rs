//! A channel without a limit.

use tokio::sync::mpsc;

async fn producer(sender: mpsc::UnboundedSender<u32>) {
    sender.send(7).expect("main listens");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    tokio::spawn(producer(sender));
    println!("{:?}", receiver.recv().await);
}
