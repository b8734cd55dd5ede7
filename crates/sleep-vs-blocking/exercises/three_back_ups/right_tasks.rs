//! Right: a task for each folder, which waits for its thread.

use tokio::task::spawn_blocking;

use crate::back_up;

async fn one(folder: &'static str) {
    spawn_blocking(move || back_up(folder)).await.expect("back_up does not panic");
}

pub async fn back_up_all() {
    let tasks = ["letters", "photos", "music"].map(|folder| tokio::spawn(one(folder)));
    for task in tasks {
        task.await.expect("a task does not panic");
    }
}
