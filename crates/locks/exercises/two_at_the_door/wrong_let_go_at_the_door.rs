//! Wrong: let go of the guard before the await, and nothing hangs.
//! Earns: came in between

use std::sync::Mutex;

use crate::{Stopped, door_opens, walk};

pub const STOPPED: Stopped = Stopped::TheThread;

async fn visit(name: &str, journal: &Mutex<Vec<String>>) {
    walk(name).await;
    journal.lock().unwrap().push(format!("{name} knocks"));
    door_opens(name).await;
    journal.lock().unwrap().push(format!("{name} enters"));
}

pub async fn two_visits() -> Vec<String> {
    let journal = Mutex::new(Vec::new());
    tokio::join!(visit("Ann", &journal), visit("Bob", &journal));
    journal.into_inner().unwrap()
}
