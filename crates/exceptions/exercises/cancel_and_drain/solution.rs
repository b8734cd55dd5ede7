//! The loop aborts, and the loop drains: it goes on until the set is empty, so that no worker outlives it.

use tokio::task::JoinSet;

use crate::{Report, work};

pub async fn task_group(names: &[&'static str]) -> Report {
    let mut group = JoinSet::new();
    for name in names {
        group.spawn(work(name));
    }
    let mut report = Report { finished: Vec::new(), failed: Vec::new() };
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok(Ok(name)) => report.finished.push(name),
            Ok(Err(error)) => {
                report.failed.push(error);
                group.abort_all();
            }
            Err(gone) if gone.is_cancelled() => {} // our own doing, no failure
            Err(died) => std::panic::resume_unwind(died.into_panic()),
        }
    }
    report
}
