//! Wrong: to look once a second is to hear of it at once.
//! Earns: too late

use std::time::Duration;

use tokio::time::sleep;

use crate::{report, save};

pub fn save_later(file: &'static str) {
    let saving = tokio::spawn(save(file));
    tokio::spawn(async move {
        while !saving.is_finished() {
            sleep(Duration::from_secs(1)).await;
        }
        if let Ok(Err(error)) = saving.await {
            report(error);
        }
    });
}
