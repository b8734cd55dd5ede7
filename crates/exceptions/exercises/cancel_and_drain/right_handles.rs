//! Right: handles in a `FuturesUnordered`, and their abort handles beside it.

use futures::stream::{FuturesUnordered, StreamExt};

use crate::{Report, work};

pub async fn task_group(names: &[&'static str]) -> Report {
    let mut workers: FuturesUnordered<_> =
        names.iter().map(|name| tokio::spawn(work(name))).collect();
    let aborts: Vec<_> = workers.iter().map(|worker| worker.abort_handle()).collect();
    let mut report = Report { finished: Vec::new(), failed: Vec::new() };
    while let Some(ended) = workers.next().await {
        match ended {
            Ok(Ok(name)) => report.finished.push(name),
            Ok(Err(error)) => {
                report.failed.push(error);
                aborts.iter().for_each(|worker| worker.abort());
            }
            Err(gone) => assert!(gone.is_cancelled(), "work does not panic"),
        }
    }
    report
}
