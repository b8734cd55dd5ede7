//! Right: a `Notify`, which keeps its notification for who comes later.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

use crate::call_at;

pub fn nap(duration: Duration) -> impl Future<Output = ()> {
    let ring = Arc::new(Notify::new());
    let alarm = Arc::clone(&ring);
    call_at(Instant::now() + duration, move || alarm.notify_one());
    async move { ring.notified().await }
}
