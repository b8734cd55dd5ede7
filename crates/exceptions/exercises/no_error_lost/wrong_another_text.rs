//! Wrong: that a file could not be saved is all that there is to say.
//! Earns: another error

use crate::{report, save};

pub fn save_later(file: &'static str) {
    tokio::spawn(async move {
        if save(file).await.is_err() {
            report(format!("{file} could not be saved"));
        }
    });
}
