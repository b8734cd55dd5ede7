//! A worker of a `multi_thread` runtime polls the task that was queued last before the others.
//!
//!     cargo run -p tasks --example queued_last

async fn say(what: &str) {
    println!("{what}");
}

async fn spawn_three() {
    let tasks = ["first", "second", "third"].map(|what| tokio::spawn(say(what)));
    for task in tasks {
        task.await.unwrap();
    }
}

#[meanwhile::main(flavor = "multi_thread", worker_threads = 1, clock = "real")]
async fn main() {
    tokio::spawn(spawn_three()).await.unwrap(); // main itself runs on no worker
}
