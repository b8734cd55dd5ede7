//! Right: the task sends its outcome to another, which reports it.

use tokio::sync::oneshot;

use crate::{report, save};

pub fn save_later(file: &'static str) {
    let (outcome, reported) = oneshot::channel();
    tokio::spawn(async move { outcome.send(save(file).await) });
    tokio::spawn(async move {
        if let Ok(Err(error)) = reported.await {
            report(error);
        }
    });
}
