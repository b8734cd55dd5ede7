//! # A worker pool
//!
//! `run_all` reads the jobs, puts them into a queue with room for two, and one worker takes them out.
//! Let there be three workers that take from the one queue, so that twenty jobs of 100 ms take 0.7 s
//! and not 2 s. Read no further ahead than you must: the queue keeps its room for two.
//! `run_all` returns when every job is done.
//! The checks pass twenty jobs, then one, then none.
//! You have the crates `tokio` and `futures`.
//!
//! **First step:** spawn `worker` three times with the one receiver. What does rustc say?
//!
//! **Before you go on:** a worker that holds the queue while it works keeps it from the others. Where
//! does your guard end?
//!
//!     cargo xtask check worker_pool

use tokio::sync::mpsc;

use crate::{Jobs, work};

async fn worker(mut queue: mpsc::Receiver<usize>) {
    while let Some(job) = queue.recv().await {
        work(job).await;
    }
}

pub async fn run_all(jobs: Jobs) {
    let (sender, queue) = mpsc::channel(2);
    let worker = tokio::spawn(worker(queue));
    for job in jobs {
        sender.send(job).await.expect("the worker lives");
    }
    drop(sender);
    worker.await.expect("a job does not panic");
}
