//! Wrong: std's lock suspends Bob for ever, and Ann could go on.
//! Earns: not what stopped

use tokio::sync::Mutex;

use crate::{Stopped, door_opens, walk};

pub const STOPPED: Stopped = Stopped::Bob;

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
