//! A function that has the lock calls one that takes it: it waits for itself.
//!
//!     cargo run -p locks --example locked_twice

use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::timeout;

async fn add(count: &Mutex<u32>) {
    *count.lock().await += 1;
}

async fn add_if_small(count: &Mutex<u32>) {
    let guard = count.lock().await;
    if *guard < 10 {
        add(count).await; // the guard lives on
    }
}

async fn add_if_small_and_let_go(count: &Mutex<u32>) {
    let is_small = *count.lock().await < 10; // the guard is gone, and the answer may be old
    if is_small {
        add(count).await;
    }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let count = Mutex::new(0);
    let limit = Duration::from_secs(5);

    match timeout(limit, add_if_small(&count)).await {
        Ok(()) => println!("guard kept: {}", count.lock().await),
        Err(_) => println!("guard kept: still waiting after 5 s"),
    }
    match timeout(limit, add_if_small_and_let_go(&count)).await {
        Ok(()) => println!("guard dropped: {}", count.lock().await),
        Err(_) => println!("guard dropped: still waiting after 5 s"),
    }
}
