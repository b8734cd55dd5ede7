//! A semaphore that is closed: who is in goes on, who waits gets an error, and so does who comes later.
//!
//!     cargo run -p semaphores --example closed_gate
//!
//! No twin: asyncio's Semaphore cannot be closed.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::sleep;

async fn work(name: &str, gate: Arc<Semaphore>) {
    match gate.acquire().await {
        Ok(_permit) => {
            println!("{name} begins");
            sleep(Duration::from_secs(3)).await;
            println!("{name} ends");
        }
        Err(error) => println!("{name}: {error}"),
    }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let gate = Arc::new(Semaphore::new(1));
    let first = tokio::spawn(work("first", gate.clone()));
    sleep(Duration::from_secs(1)).await;
    let second = tokio::spawn(work("second", gate.clone()));
    sleep(Duration::from_secs(1)).await;
    gate.close();
    second.await.unwrap();
    first.await.unwrap();
    work("third", gate).await;
}
