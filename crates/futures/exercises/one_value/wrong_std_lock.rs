//! Wrong: std's lock is held across the await; who wants it next blocks the thread of who has it.
//! Earns: blocked the thread

use std::sync::Mutex;

use crate::{compute, reader};

pub async fn share() {
    let place = Mutex::new(None);
    let value = async || {
        let mut place = place.lock().expect("nobody panics with the lock");
        match *place {
            Some(value) => value,
            None => *place.insert(compute().await),
        }
    };
    tokio::join!(reader("a", 0, value()), reader("b", 1, value()), reader("c", 4, value()));
}
