//! Wrong: a task for each job is a pool as well.
//! Earns: read too far ahead

use tokio::task::JoinSet;

use crate::{Jobs, work};

pub async fn run_all(jobs: Jobs) {
    let mut tasks = JoinSet::new();
    for job in jobs {
        tasks.spawn(work(job));
    }
    tasks.join_all().await;
}
