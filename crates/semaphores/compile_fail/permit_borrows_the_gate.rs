// Meant: the permit goes into the task, which gives it back at its end. asyncio would have no permit to hand over:
// the task is given the semaphore, and has to call `release`.

use tokio::sync::Semaphore;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let gate = Semaphore::new(2);
    let permit = gate.acquire().await.unwrap();
    let task = tokio::spawn(async move {
        println!("in");
        drop(permit);
    });
    task.await.unwrap();
}
