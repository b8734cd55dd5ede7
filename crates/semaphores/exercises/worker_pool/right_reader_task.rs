//! Right: a task reads the jobs and owns the only sender, which goes with it.

use std::sync::Arc;

use tokio::sync::{Mutex, mpsc};
use tokio::task::JoinSet;

use crate::{Jobs, work};

async fn next(queue: &Mutex<mpsc::Receiver<usize>>) -> Option<usize> {
    queue.lock().await.recv().await
}

pub async fn run_all(jobs: Jobs) {
    let (sender, queue) = mpsc::channel(2);
    let queue = Arc::new(Mutex::new(queue));
    let mut tasks = JoinSet::new();
    tasks.spawn(async move {
        for job in jobs {
            sender.send(job).await.expect("the workers live");
        }
    });
    for _ in 0..3 {
        let queue = queue.clone();
        tasks.spawn(async move {
            while let Some(job) = next(&queue).await {
                work(job).await;
            }
        });
    }
    tasks.join_all().await;
}
