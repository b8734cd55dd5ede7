//! Wrong: `shutdown` aborts and drains in one call, and throws away what it drains: an error may be in it.
//! Earns: lost error

use tokio::task::JoinSet;

use crate::{Report, work};

pub async fn task_group(names: &[&'static str]) -> Report {
    let mut group: JoinSet<_> = names.iter().map(|name| work(name)).collect();
    let mut report = Report { finished: Vec::new(), failed: Vec::new() };
    while let Some(ended) = group.join_next().await {
        match ended.expect("work does not panic") {
            Ok(name) => report.finished.push(name),
            Err(error) => {
                report.failed.push(error);
                group.shutdown().await;
            }
        }
    }
    report
}
