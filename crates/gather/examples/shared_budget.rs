//! Two full queues in one `join!`. Its branches share one budget; `biased;` spends it on the first.
//!
//!     cargo run -p gather --example shared_budget

use tokio::sync::mpsc;

fn full_queue() -> mpsc::Receiver<u32> {
    let (sender, queue) = mpsc::channel(192);
    for n in 1..=192 {
        sender.try_send(n).unwrap(); // there is room, so nothing waits
    }
    queue // the sender is dropped, so that the queue comes to an end
}

#[tracing::instrument(skip(queue))]
async fn receive(name: &str, mut queue: mpsc::Receiver<u32>) {
    while let Some(n) = queue.recv().await {
        if [1, 192].contains(&n) {
            println!("{name}: {n}");
        }
    }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    tokio::join!(receive("left", full_queue()), receive("right", full_queue()));
    tokio::join!(
        biased;
        receive("biased, left", full_queue()),
        receive("biased, right", full_queue()),
    );
}
