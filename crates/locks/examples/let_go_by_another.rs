//! The guard is what owns the lock: hand it to another task, and that one lets go.
//!
//!     cargo run -p locks --example let_go_by_another

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::sleep;

async fn clean_up(mine: OwnedMutexGuard<()>) {
    println!("clean_up: begins");
    sleep(Duration::from_secs(1)).await;
    println!("clean_up: lets go");
    drop(mine);
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let room = Arc::new(Mutex::new(()));
    let mine = room.clone().lock_owned().await;
    println!("main: has the room");
    let cleaning = tokio::spawn(clean_up(mine));
    println!("main: asks for the room");
    let _again = room.lock().await;
    println!("main: has the room again");
    cleaning.await.unwrap();
}
