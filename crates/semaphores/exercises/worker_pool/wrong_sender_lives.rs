//! Wrong: the workers end when no more jobs come. They end when no sender lives, and this one does.
//! Earns: deadlock

use std::sync::Arc;

use tokio::sync::{Mutex, mpsc};

use crate::{Jobs, work};

async fn worker(queue: Arc<Mutex<mpsc::Receiver<usize>>>) {
    loop {
        let job = queue.lock().await.recv().await;
        let Some(job) = job else { return };
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
    for worker in workers {
        worker.await.expect("a job does not panic");
    }
}
