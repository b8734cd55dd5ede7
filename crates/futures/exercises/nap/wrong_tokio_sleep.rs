//! Wrong: somebody else's sleep does the work.
//! Earns: wrong result

use std::time::Duration;

pub fn nap(duration: Duration) -> impl Future<Output = ()> {
    tokio::time::sleep(duration)
}
