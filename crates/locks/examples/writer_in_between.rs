//! Two read at once; one who wants to write waits for them, and who comes later waits for the writer.
//!
//!     cargo run -p locks --example writer_in_between
//!
//! No twin: asyncio has no lock with readers.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::RwLock;
use tokio::time::sleep;

async fn read(name: &str, comes_at: u64, rates: Arc<RwLock<u32>>) {
    sleep(Duration::from_secs(comes_at)).await;
    let rates = rates.read().await;
    println!("{name} reads {}", *rates);
    sleep(Duration::from_secs(10)).await;
    println!("{name} is done");
}

async fn write(comes_at: u64, rates: Arc<RwLock<u32>>) {
    sleep(Duration::from_secs(comes_at)).await;
    println!("writer asks");
    let mut rates = rates.write().await;
    *rates += 1;
    println!("writer writes {}", *rates);
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let rates = Arc::new(RwLock::new(1));
    let first = tokio::spawn(read("reader 1", 0, rates.clone()));
    let second = tokio::spawn(read("reader 2", 1, rates.clone()));
    let writer = tokio::spawn(write(2, rates.clone()));
    let third = tokio::spawn(read("reader 3", 3, rates));
    for task in [first, second, writer, third] {
        task.await.unwrap();
    }
}
