//! A task that is left alone handles its own errors: nobody comes after it.

use crate::{report, save};

pub fn save_later(file: &'static str) {
    tokio::spawn(async move {
        if let Err(error) = save(file).await {
            report(error);
        }
    });
}
