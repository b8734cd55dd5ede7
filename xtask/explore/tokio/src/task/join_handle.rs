//! Handles of tasks.

use std::pin::Pin;
use std::task::{Context, Poll};

use explorer::tasks::{Abort, Cut, Task};

use super::{Id, JoinError};

/// A task's handle. Dropped, it lets the task go on.
#[derive(Debug)]
pub struct JoinHandle<T>(pub(super) Task<T>);

/// A task's handle that can cancel it and not await it.
#[derive(Clone, Debug)]
pub struct AbortHandle(Abort);

impl<T> JoinHandle<T> {
    /// Cancels the task at its next await.
    pub fn abort(&self) {
        self.0.abort_handle().abort();
    }

    /// Whether the task has ended.
    pub fn is_finished(&self) -> bool {
        self.0.abort_handle().is_finished()
    }

    /// A handle that can cancel and not await.
    pub fn abort_handle(&self) -> AbortHandle {
        AbortHandle(self.0.abort_handle().clone())
    }

    /// The task's number.
    pub fn id(&self) -> Id {
        Id(self.0.abort_handle().number)
    }
}

impl<T> Future for JoinHandle<T> {
    type Output = Result<T, JoinError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let id = self.id();
        Pin::new(&mut self.0).poll(context).map_err(|cut| match cut {
            Cut::Cancelled => JoinError::cancelled(id),
            Cut::Panicked(panic) => JoinError::panicked(id, panic),
        })
    }
}

impl AbortHandle {
    /// Cancels the task at its next await.
    pub fn abort(&self) {
        self.0.abort();
    }

    /// Whether the task has ended.
    pub fn is_finished(&self) -> bool {
        self.0.is_finished()
    }

    /// The task's number.
    pub fn id(&self) -> Id {
        Id(self.0.number)
    }
}
