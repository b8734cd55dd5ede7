//! Wrong: a task is not a thread; on one thread three tasks block one another.
//! Earns: blocked the thread

use crate::back_up;

pub async fn back_up_all() {
    let tasks =
        ["letters", "photos", "music"].map(|folder| tokio::spawn(async move { back_up(folder) }));
    for task in tasks {
        task.await.expect("back_up does not panic");
    }
}
