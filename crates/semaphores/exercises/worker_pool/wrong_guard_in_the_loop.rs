//! Wrong: `while let` drops the guard before the body. It keeps it to the body's end, so one works at a time.
//! Earns: one worker at a time

use std::sync::Arc;

use tokio::sync::{Mutex, mpsc};

use crate::{Jobs, work};

async fn worker(queue: Arc<Mutex<mpsc::Receiver<usize>>>) {
    while let Some(job) = queue.lock().await.recv().await {
        work(job).await;
    }
}

pub async fn run_all(jobs: Jobs) {
    let (sender, queue) = mpsc::channel(2);
    let queue = Arc::new(Mutex::new(queue));
    let workers = [(); 3].map(|()| tokio::spawn(worker(queue.clone())));
    for job in jobs {
        sender.send(job).await.expect("the workers live");
    }
    drop(sender);
    for worker in workers {
        worker.await.expect("a job does not panic");
    }
}
