//! Wrong: `notify_waiters` keeps nothing for who comes after the alarm has rung.
//! Earns: deadlock

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

use crate::call_at;

pub fn nap(duration: Duration) -> impl Future<Output = ()> {
    let ring = Arc::new(Notify::new());
    let alarm = Arc::clone(&ring);
    call_at(Instant::now() + duration, move || alarm.notify_waiters());
    async move { ring.notified().await }
}
