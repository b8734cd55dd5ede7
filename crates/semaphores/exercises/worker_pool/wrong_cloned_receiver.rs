//! Wrong: a receiver can be cloned, as a sender can.
//! Earns: does not compile

use tokio::sync::mpsc;

use crate::{Jobs, work};

async fn worker(mut queue: mpsc::Receiver<usize>) {
    while let Some(job) = queue.recv().await {
        work(job).await;
    }
}

pub async fn run_all(jobs: Jobs) {
    let (sender, queue) = mpsc::channel(2);
    let workers = [(); 3].map(|()| tokio::spawn(worker(queue.clone())));
    for job in jobs {
        sender.send(job).await.expect("the workers live");
    }
    drop(sender);
    for worker in workers {
        worker.await.expect("a job does not panic");
    }
}
