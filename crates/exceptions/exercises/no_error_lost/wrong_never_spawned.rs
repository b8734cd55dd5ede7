//! Wrong: the block that would report is built, and nobody runs it.
//! Earns: never awaited

use crate::{report, save};

pub fn save_later(file: &'static str) {
    let _saving = async move {
        if let Err(error) = save(file).await {
            report(error);
        }
    };
}
