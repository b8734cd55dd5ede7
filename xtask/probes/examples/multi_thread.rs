//! Tasks on worker threads.

use std::time::Duration;

use tokio::sync::mpsc;

async fn producer(sender: mpsc::Sender<u32>) {
    tokio::time::sleep(Duration::from_millis(100)).await;
    sender.send(7).await.expect("main listens");
}

#[meanwhile::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let (sender, mut receiver) = mpsc::channel(1);
    let handle = tokio::spawn(producer(sender));
    println!("{:?}", receiver.recv().await);
    handle.await.expect("producer returns");
}
