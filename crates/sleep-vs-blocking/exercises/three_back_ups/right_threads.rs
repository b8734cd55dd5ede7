//! Right: threads of our own, each of which reports to a channel that is awaited.

use std::thread;

use tokio::sync::mpsc;

use crate::back_up;

pub async fn back_up_all() {
    let (over, mut all_over) = mpsc::channel(3);
    for folder in ["letters", "photos", "music"] {
        let over = over.clone();
        thread::spawn(move || {
            back_up(folder);
            over.blocking_send(folder)
        });
    }
    drop(over);
    while all_over.recv().await.is_some() {}
}
