//! A notification.

use std::sync::Arc;

use tokio::sync::Notify;

async fn sleeper(bell: Arc<Notify>) {
    bell.notified().await;
    println!("awake");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let bell = Arc::new(Notify::new());
    let sleeper = tokio::spawn(sleeper(bell.clone()));
    tokio::task::yield_now().await;
    bell.notify_one();
    sleeper.await.expect("sleeper returns");
}
