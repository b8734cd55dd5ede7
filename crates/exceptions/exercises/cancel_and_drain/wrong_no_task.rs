//! Wrong: it reports what it should, and no worker has a task of its own.
//! Earns: no task

use std::cell::RefCell;

use futures::future::try_join_all;

use crate::{Report, work};

pub async fn task_group(names: &[&'static str]) -> Report {
    let finished = RefCell::new(Vec::new());
    let workers = names.iter().map(async |name| -> Result<(), String> {
        let name = work(name).await?;
        finished.borrow_mut().push(name);
        Ok(())
    });
    let failed = try_join_all(workers).await.err().into_iter().collect();
    Report { finished: finished.take(), failed }
}
