//! Wrong: the `Err` of a handle is that of the task, which did end well; the error is inside the `Ok`.
//! Earns: lost error

use crate::{report, save};

pub fn save_later(file: &'static str) {
    let saving = tokio::spawn(save(file));
    tokio::spawn(async move {
        if let Err(error) = saving.await {
            report(error.to_string());
        }
    });
}
