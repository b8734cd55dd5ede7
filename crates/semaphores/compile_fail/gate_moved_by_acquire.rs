// Meant: a permit for each of three tasks. asyncio would have let `acquire` be called as often as one likes.

use std::sync::Arc;

use tokio::sync::Semaphore;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let gate = Arc::new(Semaphore::new(2));
    for number in 0..3 {
        let permit = gate.acquire_owned().await.unwrap();
        tokio::spawn(async move {
            println!("{number}");
            drop(permit);
        });
    }
}
