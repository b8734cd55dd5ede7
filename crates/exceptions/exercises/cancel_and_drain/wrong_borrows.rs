//! Wrong: a task may outlive the list that it writes its result into.
//! Earns: does not compile

use tokio::task::JoinSet;

use crate::{Report, work};

pub async fn task_group(names: &[&'static str]) -> Report {
    let mut group = JoinSet::new();
    let mut report = Report { finished: Vec::new(), failed: Vec::new() };
    for name in names {
        group.spawn(async {
            match work(name).await {
                Ok(name) => report.finished.push(name),
                Err(error) => report.failed.push(error),
            }
        });
    }
    while group.join_next().await.is_some() {}
    report
}
