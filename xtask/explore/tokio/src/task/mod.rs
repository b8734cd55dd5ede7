//! Tasks that end as tokio's do: done, cancelled, or panicked.

use std::fmt;

mod join_error;
mod join_handle;
mod join_set;
mod local;

pub use explorer::tasks::yield_now;
pub use join_error::JoinError;
pub use join_handle::{AbortHandle, JoinHandle};
pub use join_set::JoinSet;
pub use local::{LocalSet, spawn_local};
pub use shuttle_tokio::task::{LocalKey, coop, futures, unconstrained};

/// A task's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(usize);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The number of the task that calls.
pub fn id() -> Id {
    try_id().expect("called inside a task")
}

/// The number of the task that calls.
pub fn try_id() -> Option<Id> {
    shuttle_tokio::task::try_id().map(|id| Id(usize::from(id)))
}

/// Makes a task.
pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    JoinHandle(explorer::tasks::spawn(future))
}

/// Makes a task of a call. It computes and does not wait: a call that blocks its thread blocks all.
pub fn spawn_blocking<F, T>(call: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    spawn(async move { call() })
}
