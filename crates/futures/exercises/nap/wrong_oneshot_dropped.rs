//! Wrong: the alarm owns no end of the channel, whose sender is dropped when `nap` returns.
//! Earns: panicked

use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::Instant;

use crate::call_at;

pub fn nap(duration: Duration) -> impl Future<Output = ()> {
    let (_ring, alarm) = oneshot::channel::<()>();
    call_at(Instant::now() + duration, || println!("the alarm rings"));
    async move { alarm.await.expect("the alarm rings") }
}
