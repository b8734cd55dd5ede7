//! Wrong: one error is enough, so the list has the last one.
//! Earns: lost error

use tokio::task::JoinSet;

use crate::{Report, work};

pub async fn task_group(names: &[&'static str]) -> Report {
    let mut group: JoinSet<_> = names.iter().map(|name| work(name)).collect();
    let mut report = Report { finished: Vec::new(), failed: Vec::new() };
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok(Ok(name)) => report.finished.push(name),
            Ok(Err(error)) => {
                report.failed = vec![error];
                group.abort_all();
            }
            Err(gone) => assert!(gone.is_cancelled(), "work does not panic"),
        }
    }
    report
}
