//! Two workers share five jobs, on a runtime that the program builds itself.

use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::Builder;
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::time::{sleep, timeout};

/// A job takes this many seconds, and its result goes to whoever wants it.
struct Job(u64, oneshot::Sender<u64>);

fn main() {
    let _recording = meanwhile::record!();
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let sum = runtime.block_on(pool());
    println!("sum: {sum}");
}

async fn pool() -> u64 {
    let (jobs, queue) = mpsc::channel(2);
    let queue = Arc::new(Mutex::new(queue));
    let workers: Vec<_> =
        ["left", "right"].into_iter().map(|name| tokio::spawn(work(name, queue.clone()))).collect();
    let mut results = Vec::new();
    for seconds in [3, 1, 1, 2, 9] {
        let (result, wanted) = oneshot::channel();
        jobs.send(Job(seconds, result)).await.expect("a worker is there");
        results.push(wanted);
    }
    drop(jobs);
    let mut sum = 0;
    for wanted in results {
        match timeout(Duration::from_secs(5), wanted).await {
            Ok(result) => sum += result.expect("each job has a result"),
            Err(_) => println!("a job takes too long"),
        }
    }
    for worker in &workers {
        worker.abort();
    }
    sum
}

async fn work(name: &'static str, queue: Arc<Mutex<mpsc::Receiver<Job>>>) {
    while let Some(Job(seconds, result)) = next(&queue).await {
        sleep(Duration::from_secs(seconds)).await;
        println!("{name} did a job of {seconds} s");
        let _ = result.send(seconds * seconds);
    }
    println!("{name} goes home");
}

async fn next(queue: &Mutex<mpsc::Receiver<Job>>) -> Option<Job> {
    queue.lock().await.recv().await
}
