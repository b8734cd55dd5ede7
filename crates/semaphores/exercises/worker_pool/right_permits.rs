//! Right: a task for each job, which brings its permit along: back-pressure without a queue.

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::{Jobs, work};

pub async fn run_all(jobs: Jobs) {
    let gate = Arc::new(Semaphore::new(3));
    let mut tasks = JoinSet::new();
    for job in jobs {
        let permit = gate.clone().acquire_owned().await.expect("nobody closes it");
        tasks.spawn(async move {
            work(job).await;
            drop(permit);
        });
    }
    tasks.join_all().await;
}
