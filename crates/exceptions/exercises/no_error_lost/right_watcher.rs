//! Right: a second task awaits the first, and so hears of a panic as well.

use crate::{report, save};

pub fn save_later(file: &'static str) {
    let saving = tokio::spawn(save(file));
    tokio::spawn(async move {
        match saving.await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => report(error),
            Err(died) => report(died.to_string()),
        }
    });
}
