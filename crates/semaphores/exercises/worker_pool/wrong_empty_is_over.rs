//! Wrong: a worker that finds the queue empty may go home, as with `queue.empty()` in asyncio.
//! Earns: a worker went home

use std::sync::Arc;

use tokio::sync::{Mutex, mpsc};

use crate::{Jobs, work};

async fn worker(queue: Arc<Mutex<mpsc::Receiver<usize>>>) {
    loop {
        let Ok(job) = queue.lock().await.try_recv() else { return };
        work(job).await;
    }
}

pub async fn run_all(jobs: Jobs) {
    let (sender, queue) = mpsc::channel(2);
    let queue = Arc::new(Mutex::new(queue));
    let workers = [(); 3].map(|()| tokio::spawn(worker(queue.clone())));
    drop(queue);
    for job in jobs {
        sender.send(job).await.expect("the workers live");
    }
    drop(sender);
    for worker in workers {
        worker.await.expect("a job does not panic");
    }
}
