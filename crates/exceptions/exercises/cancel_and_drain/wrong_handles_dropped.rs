//! Wrong: a dropped handle cancels nobody, so `b` and `d` work on.
//! Earns: siblings left running

use futures::stream::{FuturesUnordered, StreamExt};

use crate::{Report, work};

pub async fn task_group(names: &[&'static str]) -> Report {
    let mut workers: FuturesUnordered<_> =
        names.iter().map(|name| tokio::spawn(work(name))).collect();
    let mut report = Report { finished: Vec::new(), failed: Vec::new() };
    while let Some(ended) = workers.next().await {
        match ended.expect("work does not panic") {
            Ok(name) => report.finished.push(name),
            Err(error) => {
                report.failed.push(error);
                break;
            }
        }
    }
    report
}
