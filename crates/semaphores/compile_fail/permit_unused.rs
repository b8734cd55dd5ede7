// Meant: from here on the permit is taken. asyncio would have taken it, and kept it until somebody calls `release`.
#![deny(unused_must_use)]

use tokio::sync::Semaphore;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let gate = Semaphore::new(1);
    gate.acquire().await.unwrap();
    println!("{}", gate.available_permits());
}
