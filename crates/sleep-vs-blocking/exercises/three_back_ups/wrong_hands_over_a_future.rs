//! Wrong: `spawn_blocking` takes a function to call, not a future to poll.
//! Earns: does not compile

use tokio::task::spawn_blocking;

use crate::back_up;

pub async fn back_up_all() {
    let calls =
        ["letters", "photos", "music"].map(|folder| spawn_blocking(async move { back_up(folder) }));
    for call in calls {
        call.await.expect("back_up does not panic");
    }
}
