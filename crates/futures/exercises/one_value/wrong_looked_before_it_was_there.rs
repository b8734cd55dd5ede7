//! Wrong: who finds the place empty computes, while another computes already.
//! Earns: computed again

use std::cell::Cell;

use crate::{compute, reader};

pub async fn share() {
    let place = Cell::new(None);
    let value = async || {
        if place.get().is_none() {
            place.set(Some(compute().await));
        }
        place.get().expect("it is filled")
    };
    tokio::join!(reader("a", 0, value()), reader("b", 1, value()), reader("c", 4, value()));
}
