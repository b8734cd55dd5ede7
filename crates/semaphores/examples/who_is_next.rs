//! One permit, and three who want it twice each: whoever gives it back and asks again stands at the end.
//!
//!     cargo run -p semaphores --example who_is_next

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::sleep;

async fn worker(name: &str, comes_after: u64, gate: Arc<Semaphore>) {
    sleep(Duration::from_millis(comes_after)).await;
    for turn in 1..=2 {
        let _permit = gate.acquire().await.unwrap();
        println!("{name} has the permit, turn {turn}");
        sleep(Duration::from_secs(1)).await;
    }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let gate = Arc::new(Semaphore::new(1));
    let ann = tokio::spawn(worker("Ann", 300, gate.clone()));
    let bob = tokio::spawn(worker("Bob", 200, gate.clone()));
    let eve = tokio::spawn(worker("Eve", 1500, gate.clone()));
    for task in [ann, bob, eve] {
        task.await.unwrap();
    }
}
