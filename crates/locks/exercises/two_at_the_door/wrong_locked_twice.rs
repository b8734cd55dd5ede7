//! Wrong: with tokio's lock a function may lock what its caller has locked.
//! Earns: deadlock

use tokio::sync::Mutex;

use crate::{Stopped, door_opens, walk};

pub const STOPPED: Stopped = Stopped::TheThread;

async fn note(journal: &Mutex<Vec<String>>, text: String) {
    journal.lock().await.push(text);
}

async fn visit(name: &str, journal: &Mutex<Vec<String>>) {
    walk(name).await;
    let _mine = journal.lock().await;
    note(journal, format!("{name} knocks")).await;
    door_opens(name).await;
    note(journal, format!("{name} enters")).await;
}

pub async fn two_visits() -> Vec<String> {
    let journal = Mutex::new(Vec::new());
    tokio::join!(visit("Ann", &journal), visit("Bob", &journal));
    journal.into_inner()
}
