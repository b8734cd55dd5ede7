//! Right: the ticker waits for its second and for word that it is over, and is awaited.

use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::{copy, still_copying};

pub async fn copy_with_progress(folder: &'static str) -> u32 {
    let (over, mut is_over) = oneshot::channel();
    let ticker = tokio::spawn(async move {
        let mut seconds = 0;
        while timeout(Duration::from_secs(1), &mut is_over).await.is_err() {
            seconds += 1;
            still_copying(folder, seconds);
        }
    });
    let files = copy(folder).await;
    over.send(()).expect("the ticker waits");
    ticker.await.expect("the ticker does not panic");
    files
}
