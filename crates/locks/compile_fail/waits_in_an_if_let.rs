// Meant: take a job from the list, let go of the list, and work. asyncio would have had no lock here: `jobs.pop()` has no await in it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::time::sleep;

async fn work(jobs: Arc<Mutex<Vec<u64>>>) {
    if let Some(seconds) = jobs.lock().unwrap().pop() {
        sleep(Duration::from_secs(seconds)).await;
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let jobs = Arc::new(Mutex::new(vec![1, 2]));
    tokio::spawn(work(jobs)).await.unwrap();
}
