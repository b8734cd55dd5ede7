// Meant: nobody else counts while this one waits. asyncio would have done it, with `async with lock` around the wait.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::time::sleep;

async fn count(counter: Arc<Mutex<u32>>) {
    let mut guard = counter.lock().unwrap();
    let read = *guard;
    sleep(Duration::from_secs(1)).await;
    *guard = read + 1;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let counter = Arc::new(Mutex::new(0));
    tokio::spawn(count(counter)).await.unwrap();
}
