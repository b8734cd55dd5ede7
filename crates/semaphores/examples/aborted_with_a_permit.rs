//! Who is aborted gives the permit back: in the work, in the queue, and before the first step.
//!
//!     cargo run -p semaphores --example aborted_with_a_permit

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinHandle;
use tokio::time::sleep;

async fn takes_it(gate: Arc<Semaphore>) {
    let _permit = gate.acquire().await.unwrap();
    sleep(Duration::from_secs(10)).await;
}

async fn is_given_it(_permit: OwnedSemaphorePermit) {
    sleep(Duration::from_secs(10)).await;
}

async fn stop(task: JoinHandle<()>) {
    task.abort();
    let _ = task.await; // it says that it was cancelled
}

fn look(when: &str, gate: &Semaphore) {
    let state = if gate.available_permits() == 0 { "taken" } else { "free" };
    println!("{when}: {state}");
}

// ANCHOR: main
#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let gate = Arc::new(Semaphore::new(1));
    let works = tokio::spawn(takes_it(gate.clone()));
    let waits = tokio::spawn(takes_it(gate.clone()));
    sleep(Duration::from_secs(1)).await;
    stop(waits).await;
    look("one is working", &gate);
    stop(works).await;
    look("stopped at work", &gate);

    let permit = gate.clone().acquire_owned().await.unwrap();
    stop(tokio::spawn(is_given_it(permit))).await;
    look("stopped before the first step", &gate);
}
// ANCHOR_END: main
