//! N tasks, 100 at a time: each takes a permit of a semaphore, yields once, and gives it back.

use std::sync::Arc;

use beside::{Size, measured};
use tokio::sync::Semaphore;
use tokio::task::yield_now;

const AT_A_TIME: usize = 100;

fn main() {
    measured(bounded);
}

async fn bounded(Size { n, .. }: Size) {
    let permits = Arc::new(Semaphore::new(AT_A_TIME));
    let tasks: Vec<_> = (0..n).map(|_| tokio::spawn(one(Arc::clone(&permits)))).collect();
    for task in tasks {
        task.await.expect("it does not panic");
    }
}

async fn one(permits: Arc<Semaphore>) {
    let _permit = permits.acquire().await.expect("it is not closed");
    yield_now().await;
}
