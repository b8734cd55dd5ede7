//! Right: the workers share the jobs themselves, behind a lock of std that nobody holds over an await.

use std::sync::{Arc, Mutex};

use tokio::task::JoinSet;

use crate::{Jobs, work};

pub async fn run_all(jobs: Jobs) {
    let jobs = Arc::new(Mutex::new(jobs));
    let mut workers = JoinSet::new();
    for _ in 0..3 {
        let jobs = jobs.clone();
        workers.spawn(async move {
            loop {
                let job = jobs.lock().unwrap().next();
                match job {
                    Some(job) => work(job).await,
                    None => return,
                }
            }
        });
    }
    workers.join_all().await;
}
