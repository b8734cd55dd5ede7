// Meant: count, let go of the lock, and wait. asyncio would have run it: `release` is a call, wherever it stands.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::time::sleep;

async fn count(counter: Arc<Mutex<u32>>) {
    let mut guard = counter.lock().unwrap();
    *guard += 1;
    drop(guard);
    sleep(Duration::from_secs(1)).await;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let counter = Arc::new(Mutex::new(0));
    tokio::spawn(count(counter)).await.unwrap();
}
