//! abort before the first step, with a value on its way, and after the end.
//!
//!     cargo run -p tasks --example aborted_early_and_late

use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::sleep;

async fn work(name: &str) {
    println!("{name} works");
}

async fn read(letter: oneshot::Receiver<&str>) {
    println!("read: {}", letter.await.unwrap());
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let early = tokio::spawn(work("early"));
    early.abort(); // before its first step

    let (send, letter) = oneshot::channel();
    let reader = tokio::spawn(read(letter));
    let late = tokio::spawn(work("late"));
    sleep(Duration::from_secs(1)).await;

    send.send("a letter").unwrap(); // the reader is queued
    reader.abort(); // and has not had its turn
    late.abort(); // it ended a second ago

    for (name, task) in [("early", early), ("reader", reader), ("late", late)] {
        match task.await {
            Ok(()) => println!("{name}: done"),
            Err(error) if error.is_cancelled() => println!("{name}: cancelled"),
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        }
    }
}
