// Meant: print the first message of a queue. asyncio would have printed 1.

use tokio::sync::mpsc;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (sender, queue) = mpsc::channel(2);
    sender.send(1).await.unwrap();
    println!("{:?}", queue.recv().await);
}
