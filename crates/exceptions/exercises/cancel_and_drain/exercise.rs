//! # Cancel the others, and wait until they are gone
//!
//! Write what asyncio's `TaskGroup` does.
//! `task_group` spawns a task for each name, which runs `work(name)`.
//! When the first worker fails it cancels those that are still at work, and it returns when the last of
//! them is gone: of `a`, `b`, `c` and `d` it is `c` that fails, after 2 s, so `b` and `d` never come to their
//! ends, and no worker is alive when `task_group` returns.
//! It reports who finished (`a`) and the errors of those that failed (`c`'s alone: to be cancelled is no
//! failure).
//! Every error counts: in a second group two workers fail at the same moment, and if the second has failed
//! before you could cancel it, its error is reported too.
//! No worker panics here; what the group does then is up to you.
//! As it stands the first error stops nobody, and it takes 4 s.
//!
//! **First step:** abort the others when the first error comes.
//!
//! **Before you go on:** let a worker panic. What should the group do, and what does yours do?
//!
//!     cargo xtask check cancel_and_drain

use tokio::task::JoinSet;

use crate::{Report, work};

pub async fn task_group(names: &[&'static str]) -> Report {
    let mut group = JoinSet::new();
    for name in names {
        group.spawn(work(name));
    }
    let mut report = Report { finished: Vec::new(), failed: Vec::new() };
    while let Some(ended) = group.join_next().await {
        match ended.expect("work does not panic") {
            Ok(name) => report.finished.push(name),
            Err(error) => report.failed.push(error),
        }
    }
    report
}
