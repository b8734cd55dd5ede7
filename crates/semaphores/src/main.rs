//! Five pages, and at most two of them under way at once: five seconds, not nine, and not three.
//!
//!     cargo run -p semaphores

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::sleep;

async fn load(page: &str, seconds: u64, gate: Arc<Semaphore>) {
    let _permit = gate.acquire().await.unwrap();
    println!("{page} begins");
    sleep(Duration::from_secs(seconds)).await;
    println!("{page} ends");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let gate = Arc::new(Semaphore::new(2));
    let mut tasks = Vec::new();
    for (page, seconds) in [("a", 3), ("b", 1), ("c", 1), ("d", 2), ("e", 2)] {
        tasks.push(tokio::spawn(load(page, seconds, gate.clone())));
    }
    println!("All are spawned.");
    for task in tasks {
        task.await.unwrap();
    }
}
