//! Wrong: what takes longer than 3 s will not fail any more.
//! Earns: lost error

use std::time::Duration;

use tokio::time::timeout;

use crate::{report, save};

pub fn save_later(file: &'static str) {
    tokio::spawn(async move {
        if let Ok(Err(error)) = timeout(Duration::from_secs(3), save(file)).await {
            report(error);
        }
    });
}
