//! The permit is taken before the spawn: no more tasks exist than permits, and `main` waits.
//!
//!     cargo run -p semaphores --example permit_before_the_spawn

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::sleep;

async fn load(page: &str, seconds: u64, _permit: OwnedSemaphorePermit) {
    println!("{page} begins");
    sleep(Duration::from_secs(seconds)).await;
    println!("{page} ends");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let gate = Arc::new(Semaphore::new(2));
    let mut tasks = Vec::new();
    for (page, seconds) in [("a", 3), ("b", 1), ("c", 1), ("d", 2), ("e", 2)] {
        let permit = gate.clone().acquire_owned().await.unwrap();
        tasks.push(tokio::spawn(load(page, seconds, permit)));
    }
    println!("All are spawned.");
    for task in tasks {
        task.await.unwrap();
    }
}
