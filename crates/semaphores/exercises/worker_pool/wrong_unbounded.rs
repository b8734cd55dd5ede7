//! Wrong: a queue is a queue, and one without a limit never makes anybody wait.
//! Earns: read too far ahead

use std::sync::Arc;

use tokio::sync::{Mutex, mpsc};

use crate::{Jobs, work};

async fn worker(queue: Arc<Mutex<mpsc::UnboundedReceiver<usize>>>) {
    loop {
        let job = queue.lock().await.recv().await;
        let Some(job) = job else { return };
        work(job).await;
    }
}

pub async fn run_all(jobs: Jobs) {
    let (sender, queue) = mpsc::unbounded_channel();
    let queue = Arc::new(Mutex::new(queue));
    let workers = [(); 3].map(|()| tokio::spawn(worker(queue.clone())));
    for job in jobs {
        sender.send(job).expect("the workers live");
    }
    drop(sender);
    for worker in workers {
        worker.await.expect("a job does not panic");
    }
}
