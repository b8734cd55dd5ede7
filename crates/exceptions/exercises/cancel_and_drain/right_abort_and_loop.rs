//! Right: a second loop drains, and looks at what it drains.

use tokio::task::JoinSet;

use crate::{Report, work};

pub async fn task_group(names: &[&'static str]) -> Report {
    let mut group: JoinSet<_> = names.iter().map(|name| work(name)).collect();
    let mut report = Report { finished: Vec::new(), failed: Vec::new() };
    while report.failed.is_empty()
        && let Some(ended) = group.join_next().await
    {
        match ended.expect("work does not panic") {
            Ok(name) => report.finished.push(name),
            Err(error) => report.failed.push(error),
        }
    }
    group.abort_all();
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok(Ok(name)) => report.finished.push(name),
            Ok(Err(error)) => report.failed.push(error),
            Err(gone) => assert!(gone.is_cancelled(), "work does not panic"),
        }
    }
    report
}
