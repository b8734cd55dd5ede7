//! Bob's `lock` of std stops the thread, and Ann, who has the guard, is to be polled by that thread.
//! tokio's lock suspends Bob alone, and may be kept over the await.

use tokio::sync::Mutex;

use crate::{Stopped, door_opens, walk};

pub const STOPPED: Stopped = Stopped::TheThread;

async fn visit(name: &str, journal: &Mutex<Vec<String>>) {
    walk(name).await;
    let mut journal = journal.lock().await;
    journal.push(format!("{name} knocks"));
    door_opens(name).await;
    journal.push(format!("{name} enters"));
}

pub async fn two_visits() -> Vec<String> {
    let journal = Mutex::new(Vec::new());
    tokio::join!(visit("Ann", &journal), visit("Bob", &journal));
    journal.into_inner()
}
