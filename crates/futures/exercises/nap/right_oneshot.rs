//! Right: a place to put nothing, which the alarm fills; its receiver keeps the waker.

use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::Instant;

use crate::call_at;

pub fn nap(duration: Duration) -> impl Future<Output = ()> {
    let (ring, alarm) = oneshot::channel();
    call_at(Instant::now() + duration, move || {
        let _ = ring.send(()); // Err if nobody waits any more
    });
    async move { alarm.await.expect("the alarm rings") }
}
