//! Right: a future that hands its error on, made of the one that returns it.

use futures::future::TryFutureExt;

use crate::{report, save};

pub fn save_later(file: &'static str) {
    tokio::spawn(save(file).unwrap_or_else(report));
}
