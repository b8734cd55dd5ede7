//! A queue made outside of any runtime, and used in two. It belongs to neither.
//!
//!     cargo run -p runtime --example made_outside

use tokio::runtime::Builder;
use tokio::sync::mpsc;

async fn put(queue: mpsc::Sender<&str>) {
    queue.send("a letter").await.expect("somebody receives");
}

#[meanwhile::main]
fn main() {
    let (sender, mut receiver) = mpsc::channel(8); // no runtime is asked
    for run in ["first", "second"] {
        let runtime = Builder::new_current_thread().build().expect("a runtime can be built");
        let letter = runtime.block_on(async {
            tokio::spawn(put(sender.clone()));
            receiver.recv().await // waits: the task has not run yet
        });
        println!("{run} runtime: {}", letter.expect("it was sent"));
    }
}
