//! A lock that is held across an await.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;

async fn holder(lock: Arc<Mutex<u32>>) {
    let mut guard = lock.lock().await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    *guard = 7;
}

async fn waiter(lock: Arc<Mutex<u32>>) {
    let guard = lock.lock().await;
    println!("{guard}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let lock = Arc::new(Mutex::new(0));
    tokio::spawn(holder(lock.clone()));
    tokio::spawn(waiter(lock)).await.expect("waiter returns");
}
