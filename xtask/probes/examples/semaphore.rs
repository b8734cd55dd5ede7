//! One permit, two tasks.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

async fn visitor(door: Arc<Semaphore>) {
    let _permit = door.acquire().await.expect("it is open");
    tokio::time::sleep(Duration::from_secs(1)).await;
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let door = Arc::new(Semaphore::new(1));
    tokio::spawn(visitor(door.clone()));
    tokio::spawn(visitor(door)).await.expect("visitor returns");
    println!("both");
}
