//! A receiver that always finds a message gives way all the same, after 128 of them.
//!
//!     cargo run -p tasks --example queue_never_yields

use tokio::sync::mpsc;

async fn receive(mut queue: mpsc::Receiver<u32>) {
    while let Some(n) = queue.recv().await {
        if [1, 128, 129, 192].contains(&n) {
            println!("received {n}");
        }
    }
}

async fn other() {
    println!("the other task");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (sender, queue) = mpsc::channel(192);
    for n in 1..=192 {
        sender.try_send(n).unwrap(); // there is room, so nothing waits
    }
    drop(sender);

    let receiver = tokio::spawn(receive(queue));
    let other = tokio::spawn(other());
    receiver.await.unwrap();
    other.await.unwrap();
}
