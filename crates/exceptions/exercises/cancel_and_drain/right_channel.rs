//! Right: the workers report by a channel, and are aborted and awaited one by one.

use tokio::sync::mpsc;

use crate::{Report, work};

pub async fn task_group(names: &[&'static str]) -> Report {
    let (outcome, mut outcomes) = mpsc::channel(names.len());
    let mut workers = Vec::new();
    for &name in names {
        let outcome = outcome.clone();
        workers.push(tokio::spawn(async move { outcome.send(work(name).await).await }));
    }
    drop(outcome);
    let mut report = Report { finished: Vec::new(), failed: Vec::new() };
    while let Some(outcome) = outcomes.recv().await {
        match outcome {
            Ok(name) => report.finished.push(name),
            Err(error) => {
                report.failed.push(error);
                workers.iter().for_each(|worker| worker.abort());
            }
        }
    }
    for worker in workers {
        _ = worker.await;
    }
    report
}
