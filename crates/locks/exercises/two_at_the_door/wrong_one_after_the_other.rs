//! Wrong: what hangs is join!.
//! Earns: awaited in turn

use std::sync::Mutex;

use crate::{Stopped, door_opens, walk};

pub const STOPPED: Stopped = Stopped::TheThread;

async fn visit(name: &str, journal: &Mutex<Vec<String>>) {
    walk(name).await;
    let mut journal = journal.lock().unwrap();
    journal.push(format!("{name} knocks"));
    door_opens(name).await;
    journal.push(format!("{name} enters"));
}

pub async fn two_visits() -> Vec<String> {
    let journal = Mutex::new(Vec::new());
    visit("Ann", &journal).await;
    visit("Bob", &journal).await;
    journal.into_inner().unwrap()
}
