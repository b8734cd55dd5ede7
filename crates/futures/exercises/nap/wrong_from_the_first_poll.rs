//! Wrong: the deadline is fixed when the future is first polled, as asyncio's sleep does it.
//! Earns: counts from the await

use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::Instant;

use crate::call_at;

pub async fn nap(duration: Duration) {
    let (ring, alarm) = oneshot::channel();
    call_at(Instant::now() + duration, move || {
        let _ = ring.send(());
    });
    alarm.await.expect("the alarm rings")
}
