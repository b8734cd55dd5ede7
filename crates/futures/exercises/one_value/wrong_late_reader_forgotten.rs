//! Wrong: a notification wakes who waits at that moment, and is not kept for who comes later.
//! Earns: deadlock

use std::cell::Cell;

use tokio::sync::Notify;

use crate::{compute, reader};

pub async fn share() {
    let (place, filled) = (Cell::new(0), Notify::new());
    let fill = async {
        place.set(compute().await);
        filled.notify_waiters();
    };
    let value = async || {
        filled.notified().await;
        place.get()
    };
    tokio::join!(fill, reader("a", 0, value()), reader("b", 1, value()), reader("c", 4, value()));
}
