// Meant: two tasks count in one place, with no await in between. asyncio would have counted 2: its tasks share one thread.

use std::cell::Cell;
use std::sync::Arc;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let count = Arc::new(Cell::new(0));
    let shared = count.clone();
    let task = tokio::spawn(async move { shared.set(shared.get() + 1) });
    count.set(count.get() + 1);
    task.await.unwrap();
    println!("{}", count.get());
}
