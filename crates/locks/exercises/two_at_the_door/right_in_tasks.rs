//! Right: in two tasks, with a function that is given the guard and does not lock.

use std::sync::Arc;

use tokio::sync::Mutex;

use crate::{Stopped, door_opens, walk};

pub const STOPPED: Stopped = Stopped::TheThread;

fn note(journal: &mut Vec<String>, name: &str, does: &str) {
    journal.push(format!("{name} {does}"));
}

async fn visit(name: &'static str, journal: Arc<Mutex<Vec<String>>>) {
    walk(name).await;
    let mut journal = journal.lock().await;
    note(&mut journal, name, "knocks");
    door_opens(name).await;
    note(&mut journal, name, "enters");
}

pub async fn two_visits() -> Vec<String> {
    let journal = Arc::new(Mutex::new(Vec::new()));
    let ann = tokio::spawn(visit("Ann", journal.clone()));
    let bob = tokio::spawn(visit("Bob", journal.clone()));
    ann.await.expect("a visit does not panic");
    bob.await.expect("a visit does not panic");
    let journal = journal.lock().await;
    journal.clone()
}
