//! Wrong: a worker that was cancelled is counted among those that failed.
//! Earns: cancel counted as failure

use tokio::task::JoinSet;

use crate::{Report, work};

pub async fn task_group(names: &[&'static str]) -> Report {
    let mut group: JoinSet<_> = names.iter().map(|name| work(name)).collect();
    let mut report = Report { finished: Vec::new(), failed: Vec::new() };
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok(Ok(name)) => report.finished.push(name),
            Ok(Err(error)) => {
                report.failed.push(error);
                group.abort_all();
            }
            Err(gone) => report.failed.push(gone.to_string()),
        }
    }
    report
}
