//! Wrong: the lock belongs around the whole function.
//! Earns: awaited in turn

use tokio::sync::Mutex;

use crate::{Stopped, door_opens, walk};

pub const STOPPED: Stopped = Stopped::TheThread;

async fn visit(name: &str, journal: &Mutex<Vec<String>>) {
    let mut journal = journal.lock().await;
    walk(name).await;
    journal.push(format!("{name} knocks"));
    door_opens(name).await;
    journal.push(format!("{name} enters"));
}

pub async fn two_visits() -> Vec<String> {
    let journal = Mutex::new(Vec::new());
    tokio::join!(visit("Ann", &journal), visit("Bob", &journal));
    journal.into_inner()
}
