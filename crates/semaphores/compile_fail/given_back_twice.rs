// Meant: given back when the work is done, and again in the clean-up, to be sure. asyncio would have released two,
// and from then on one more may enter; a BoundedSemaphore would have raised a ValueError.

use tokio::sync::Semaphore;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let gate = Semaphore::new(1);
    let permit = gate.acquire().await.unwrap();
    println!("working");
    drop(permit);
    println!("cleaning up");
    drop(permit);
}
