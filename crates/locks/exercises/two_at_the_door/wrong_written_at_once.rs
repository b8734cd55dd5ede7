//! Wrong: who writes both entries at once needs the journal for an instant only.
//! Earns: too early

use std::sync::Mutex;

use crate::{Stopped, door_opens, walk};

pub const STOPPED: Stopped = Stopped::TheThread;

async fn visit(name: &str, journal: &Mutex<Vec<String>>) {
    walk(name).await;
    door_opens(name).await;
    let both = [format!("{name} knocks"), format!("{name} enters")];
    journal.lock().unwrap().extend(both);
}

pub async fn two_visits() -> Vec<String> {
    let journal = Mutex::new(Vec::new());
    tokio::join!(visit("Ann", &journal), visit("Bob", &journal));
    journal.into_inner().unwrap()
}
