//! Calls your `run_all` with twenty jobs, then with one, then with none. Read it; it is not yours to
//! change.

mod exercise;

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use tokio::time::sleep;

static READ: AtomicUsize = AtomicUsize::new(0);
static BEGUN: AtomicUsize = AtomicUsize::new(0);
static DONE: AtomicUsize = AtomicUsize::new(0);
static AT_ONCE: AtomicUsize = AtomicUsize::new(0);
static HEAP: AtomicUsize = AtomicUsize::new(0);

/// The jobs, as they stand in a file that does not end soon: each is read when it is asked for.
pub struct Jobs {
    last: usize,
}

impl Iterator for Jobs {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if READ.load(SeqCst) == self.last {
            return None;
        }
        let job = READ.fetch_add(1, SeqCst) + 1;
        HEAP.fetch_max(job - BEGUN.load(SeqCst), SeqCst);
        Some(job)
    }
}

/// Does a job, which takes 100 ms.
#[tracing::instrument]
pub async fn work(job: usize) {
    let under_way = BEGUN.fetch_add(1, SeqCst) + 1 - DONE.load(SeqCst);
    AT_ONCE.fetch_max(under_way, SeqCst);
    sleep(Duration::from_millis(100)).await;
    DONE.fetch_add(1, SeqCst);
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    for last in [20, 1, 0] {
        for count in [&READ, &BEGUN, &DONE, &AT_ONCE, &HEAP] {
            count.store(0, SeqCst);
        }
        exercise::run_all(Jobs { last }).await;
        println!("{last} jobs: {} done", DONE.load(SeqCst));
        println!("{last} jobs: at most {} at once", AT_ONCE.load(SeqCst));
        // Three workers may have one in hand each, two lie in the queue, one waits to be put there.
        match HEAP.load(SeqCst) {
            ..=6 => println!("{last} jobs: read when they were needed"),
            heap => println!("{last} jobs: {heap} of them lay in a heap"),
        }
    }
}
