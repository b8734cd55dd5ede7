//! Wrong: a plain function that is called from async code cannot wait for a future.
//! Earns: panicked

use tokio::runtime::Handle;

use crate::{report, save};

pub fn save_later(file: &'static str) {
    if let Err(error) = Handle::current().block_on(save(file)) {
        report(error);
    }
}
