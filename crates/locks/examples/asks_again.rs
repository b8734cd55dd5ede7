//! The worker who has the lock lets go and asks again at once: the lock goes to whoever has waited longest.
//!
//!     cargo run -p locks --example asks_again

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::sleep;

async fn work(name: &str, comes_at: u64, press: Arc<Mutex<()>>) {
    sleep(Duration::from_secs(comes_at)).await;
    for round in 1..=2 {
        let _mine = press.lock().await;
        println!("{name}: round {round}");
        sleep(Duration::from_secs(3)).await;
    } // lets go here, and asks again without an await in between
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let press = Arc::new(Mutex::new(()));
    let ann = tokio::spawn(work("Ann", 0, press.clone()));
    let bob = tokio::spawn(work("Bob", 1, press.clone()));
    let cleo = tokio::spawn(work("Cleo", 2, press));
    for worker in [ann, bob, cleo] {
        worker.await.unwrap();
    }
}
