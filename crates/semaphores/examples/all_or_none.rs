//! Who asks for three permits is not overtaken by who asks for one, although one is left.
//!
//!     cargo run -p semaphores --example all_or_none
//!
//! No twin: asyncio's `acquire` takes one permit.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::sleep;

async fn work(name: &str, comes_after: u64, permits: u32, gate: Arc<Semaphore>) {
    sleep(Duration::from_millis(comes_after)).await;
    println!("{name} asks for {permits}");
    let _permits = gate.acquire_many(permits).await.unwrap();
    println!("{name} begins");
    sleep(Duration::from_secs(1)).await;
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let gate = Arc::new(Semaphore::new(3));
    let small = tokio::spawn(work("small", 0, 2, gate.clone()));
    let large = tokio::spawn(work("large", 200, 3, gate.clone()));
    let single = tokio::spawn(work("single", 400, 1, gate.clone()));
    for task in [small, large, single] {
        task.await.unwrap();
    }
}
