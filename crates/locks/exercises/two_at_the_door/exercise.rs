//! # Two at the door
//!
//! Ann and Bob walk to a door at the same time. Each writes into the journal that they knock, waits a second
//! until it opens, and writes that they enter. The two entries of one visit belong together: nobody else may
//! write between them, so whoever has the journal keeps it until the door is open.
//! The program hangs, and nothing is printed after Ann has come to the door and Bob has.
//! Find out what stands still, and say so in `STOPPED`: `Stopped::Ann`, `Bob`, `TheThread` or `TheRuntime`.
//! Then mend `visit`: both walk at the same time, the journal reads `Ann knocks, Ann enters, Bob knocks, Bob
//! enters`, and the whole takes 3 s.
//!
//! **First step:** `cargo xtask check two_at_the_door`, and read what it says. Then take `join!` for two
//! `tokio::spawn`s: what does rustc say that it did not say before?
//!
//! **Before you go on:** write a function `note(journal, text)` that locks the journal, and call it from
//! `visit` while you have the lock. What becomes of it?
//!
//!     cargo xtask check two_at_the_door

use std::sync::Mutex;

use crate::{Stopped, door_opens, walk};

pub const STOPPED: Stopped = Stopped::Ann;

async fn visit(name: &str, journal: &Mutex<Vec<String>>) {
    walk(name).await;
    let mut journal = journal.lock().unwrap();
    journal.push(format!("{name} knocks"));
    door_opens(name).await;
    journal.push(format!("{name} enters"));
}

pub async fn two_visits() -> Vec<String> {
    let journal = Mutex::new(Vec::new());
    tokio::join!(visit("Ann", &journal), visit("Bob", &journal));
    journal.into_inner().unwrap()
}
