//! A channel with room for two: `send` waits while it is full.
//!
//!     cargo run -p semaphores --example put_and_got

use tokio::sync::mpsc;

async fn produce(queue: mpsc::Sender<u32>) {
    for number in 0..4 {
        queue.send(number).await.unwrap();
        println!("put {number}");
    }
}

async fn consume(mut queue: mpsc::Receiver<u32>) {
    while let Some(number) = queue.recv().await {
        println!("got {number}");
    }
    println!("nobody sends any more");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (sender, receiver) = mpsc::channel(2);
    let producer = tokio::spawn(produce(sender));
    let consumer = tokio::spawn(consume(receiver));
    producer.await.unwrap();
    consumer.await.unwrap();
}
