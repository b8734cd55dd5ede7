//! Right: a `JoinSet` takes blocking calls as well as futures.

use tokio::task::JoinSet;

use crate::back_up;

pub async fn back_up_all() {
    let mut calls = JoinSet::new();
    for folder in ["letters", "photos", "music"] {
        calls.spawn_blocking(move || back_up(folder));
    }
    calls.join_all().await;
}
