//! Right: a semaphore of one permit is kept over the await, and the journal is locked for an instant.

use std::sync::Mutex;

use tokio::sync::Semaphore;

use crate::{Stopped, door_opens, walk};

pub const STOPPED: Stopped = Stopped::TheThread;

async fn visit(name: &str, door: &Semaphore, journal: &Mutex<Vec<String>>) {
    walk(name).await;
    let _turn = door.acquire().await.expect("nobody closes it");
    journal.lock().unwrap().push(format!("{name} knocks"));
    door_opens(name).await;
    journal.lock().unwrap().push(format!("{name} enters"));
}

pub async fn two_visits() -> Vec<String> {
    let (door, journal) = (Semaphore::new(1), Mutex::new(Vec::new()));
    tokio::join!(visit("Ann", &door, &journal), visit("Bob", &door, &journal));
    journal.into_inner().unwrap()
}
