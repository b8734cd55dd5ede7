//! N tasks that sleep, all at once: the first wakes when the last sleeps, or this fails with 3.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use beside::{Size, measured};
use tokio::time::sleep;

fn main() {
    measured(sleepers);
}

async fn sleepers(Size { n, extra }: Size) {
    let asleep = Arc::new(AtomicUsize::new(0));
    let pause = Duration::from_millis(extra);
    let tasks: Vec<_> =
        (0..n).map(|_| tokio::spawn(sleeper(Arc::clone(&asleep), n, pause))).collect();
    for task in tasks {
        task.await.expect("it does not panic");
    }
}

async fn sleeper(asleep: Arc<AtomicUsize>, n: usize, pause: Duration) {
    asleep.fetch_add(1, Ordering::Relaxed);
    sleep(pause).await;
    if asleep.load(Ordering::Relaxed) < n {
        std::process::exit(3); // the pause was too short
    }
}
