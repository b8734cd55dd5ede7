//! Wrong: the closure runs on its thread, makes a future there, and nobody polls that.
//! Earns: never awaited

use tokio::task::spawn_blocking;

use crate::back_up;

pub async fn back_up_all() {
    let _all = tokio::join!(
        spawn_blocking(|| async { back_up("letters") }),
        spawn_blocking(|| async { back_up("photos") }),
        spawn_blocking(|| async { back_up("music") }),
    );
}
