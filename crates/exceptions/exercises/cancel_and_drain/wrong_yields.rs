//! Wrong: a worker that was aborted is gone when everybody has had a turn.
//! Earns: left tasks behind

use tokio::task::{JoinSet, yield_now};

use crate::{Report, work};

pub async fn task_group(names: &[&'static str]) -> Report {
    let mut group: JoinSet<_> = names.iter().map(|name| work(name)).collect();
    let mut report = Report { finished: Vec::new(), failed: Vec::new() };
    while let Some(ended) = group.join_next().await {
        match ended.expect("work does not panic") {
            Ok(name) => report.finished.push(name),
            Err(error) => {
                report.failed.push(error);
                group.abort_all();
                yield_now().await;
                break;
            }
        }
    }
    report
}
