// Meant: two workers take from one queue. asyncio would have let both call `get` on the same Queue.

use tokio::sync::mpsc;

async fn work(mut queue: mpsc::Receiver<u32>) {
    while let Some(job) = queue.recv().await {
        println!("job {job}");
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (sender, queue) = mpsc::channel(2);
    let one = tokio::spawn(work(queue.clone()));
    let other = tokio::spawn(work(queue));
    sender.send(1).await.unwrap();
    drop(sender);
    one.await.unwrap();
    other.await.unwrap();
}
