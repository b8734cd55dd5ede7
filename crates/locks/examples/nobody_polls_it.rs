//! A lock is handed to the one who waited longest, and nobody polls that one: the lock stays shut.
//!
//!     cargo run -p locks --example nobody_polls_it

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{sleep, timeout};

async fn hold(lock: Arc<Mutex<()>>) {
    let _mine = lock.lock().await;
    println!("hold: has the lock");
    sleep(Duration::from_secs(2)).await;
    println!("hold: lets go");
}

#[tracing::instrument(skip_all)]
async fn work(lock: &Mutex<()>) {
    println!("work: asks for the lock");
    let _mine = lock.lock().await;
    println!("work: has the lock");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let lock = Arc::new(Mutex::new(()));
    let holder = tokio::spawn(hold(lock.clone()));
    sleep(Duration::from_secs(1)).await;

    let mut working = pin!(work(&lock));
    if timeout(Duration::from_millis(500), &mut working).await.is_ok() {
        return; // not with these delays
    }
    println!("main: work still waits, so main looks after something else");
    match timeout(Duration::from_secs(5), lock.lock()).await {
        Ok(_mine) => println!("main: has the lock"),
        Err(_) => println!("main: no lock in 5 s"),
    }
    working.await;
    holder.await.unwrap();
}
