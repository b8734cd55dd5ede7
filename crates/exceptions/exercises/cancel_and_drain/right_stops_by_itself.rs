//! Right: nobody is aborted; each task listens for the word to stop, and drops its worker when it comes.

use futures::future::join_all;
use tokio::sync::watch;

use crate::{Report, work};

pub async fn task_group(names: &[&'static str]) -> Report {
    let (stop, stopped) = watch::channel(false);
    let one = |&name: &&'static str| {
        let (stop, mut stopped) = (stop.clone(), stopped.clone());
        tokio::spawn(async move {
            let result = tokio::select! {
                result = work(name) => result,
                _ = stopped.wait_for(|stop| *stop) => return None,
            };
            if result.is_err() {
                stop.send_replace(true);
            }
            Some(result)
        })
    };
    let mut report = Report { finished: Vec::new(), failed: Vec::new() };
    for ended in join_all(names.iter().map(one)).await {
        match ended.expect("work does not panic") {
            Some(Ok(name)) => report.finished.push(name),
            Some(Err(error)) => report.failed.push(error),
            None => {}
        }
    }
    report
}
