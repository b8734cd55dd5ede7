//! Wrong: a task of its own for each lets the runtime take the other one meanwhile.
//! Earns: does not compile

use std::sync::{Arc, Mutex};

use crate::{Stopped, door_opens, walk};

pub const STOPPED: Stopped = Stopped::TheThread;

async fn visit(name: &'static str, journal: Arc<Mutex<Vec<String>>>) {
    walk(name).await;
    let mut journal = journal.lock().unwrap();
    journal.push(format!("{name} knocks"));
    door_opens(name).await;
    journal.push(format!("{name} enters"));
}

pub async fn two_visits() -> Vec<String> {
    let journal = Arc::new(Mutex::new(Vec::new()));
    let ann = tokio::spawn(visit("Ann", journal.clone()));
    let bob = tokio::spawn(visit("Bob", journal.clone()));
    ann.await.expect("a visit does not panic");
    bob.await.expect("a visit does not panic");
    let journal = journal.lock().unwrap();
    journal.clone()
}
