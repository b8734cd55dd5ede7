// Meant: look at the state, let go of the lock, and wait. asyncio would have let go: `async with` ends where its block does.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::time::sleep;

async fn rest(tired: Arc<Mutex<bool>>) {
    match *tired.lock().unwrap() {
        true => sleep(Duration::from_secs(1)).await,
        false => println!("not tired"),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let tired = Arc::new(Mutex::new(true));
    tokio::spawn(rest(tired)).await.unwrap();
}
