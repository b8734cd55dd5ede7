//! `spawn_blocking` gives each call a thread as soon as it is called; all three are made before the
//! first is awaited.

use tokio::task::spawn_blocking;

use crate::back_up;

pub async fn back_up_all() {
    let calls =
        ["letters", "photos", "music"].map(|folder| spawn_blocking(move || back_up(folder)));
    for call in calls {
        call.await.expect("back_up does not panic");
    }
}
