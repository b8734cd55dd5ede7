//! A set of tasks.

use std::task::{Context, Poll};

use futures::FutureExt;
use futures::stream::{FuturesUnordered, StreamExt};

use super::{AbortHandle, JoinError, JoinHandle, spawn, spawn_blocking, spawn_local};

/// A set of tasks that are joined in the order in which they end. Dropped, it cancels them.
#[derive(Debug)]
pub struct JoinSet<T> {
    handles: FuturesUnordered<JoinHandle<T>>,
}

impl<T> Default for JoinSet<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> JoinSet<T> {
    /// An empty set.
    pub fn new() -> Self {
        Self { handles: FuturesUnordered::new() }
    }

    /// How many tasks have not been joined.
    pub fn len(&self) -> usize {
        self.handles.len()
    }

    /// Whether all have been joined.
    pub fn is_empty(&self) -> bool {
        self.handles.is_empty()
    }

    /// Cancels all tasks; they stay in the set until they are joined.
    pub fn abort_all(&mut self) {
        for handle in &self.handles {
            handle.abort();
        }
    }

    /// Lets all tasks go.
    pub fn detach_all(&mut self) {
        self.handles.clear();
    }

    fn insert(&mut self, handle: JoinHandle<T>) -> AbortHandle {
        let abort = handle.abort_handle();
        self.handles.push(handle);
        abort
    }
}

impl<T: 'static> JoinSet<T> {
    /// Makes a task in the set.
    pub fn spawn<F>(&mut self, future: F) -> AbortHandle
    where
        F: Future<Output = T> + Send + 'static,
        T: Send,
    {
        self.insert(spawn(future))
    }

    /// Makes a task of a future that stays on its thread.
    pub fn spawn_local<F: Future<Output = T> + 'static>(&mut self, future: F) -> AbortHandle {
        self.insert(spawn_local(future))
    }

    /// Makes a task of a call.
    pub fn spawn_blocking<F>(&mut self, call: F) -> AbortHandle
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send,
    {
        self.insert(spawn_blocking(call))
    }

    /// Waits for the task that ends next; none if there is no task.
    pub async fn join_next(&mut self) -> Option<Result<T, JoinError>> {
        self.handles.next().await
    }

    /// A task that has ended, if there is one.
    pub fn try_join_next(&mut self) -> Option<Result<T, JoinError>> {
        self.join_next().now_or_never().flatten()
    }

    /// As [`Self::join_next`].
    pub fn poll_join_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<T, JoinError>>> {
        self.handles.poll_next_unpin(context)
    }

    /// Waits for all tasks.
    ///
    /// # Panics
    ///
    /// If one of them has no output.
    pub async fn join_all(mut self) -> Vec<T> {
        let mut outputs = Vec::new();
        while let Some(output) = self.join_next().await {
            outputs.push(output.unwrap_or_else(|error| panic!("{error}")));
        }
        outputs
    }

    /// Cancels all tasks and waits until they have ended.
    pub async fn shutdown(&mut self) {
        self.abort_all();
        while self.join_next().await.is_some() {}
    }
}

impl<T> Drop for JoinSet<T> {
    fn drop(&mut self) {
        self.abort_all();
    }
}

impl<T, F> FromIterator<F> for JoinSet<T>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    fn from_iter<I: IntoIterator<Item = F>>(futures: I) -> Self {
        let mut set = Self::new();
        for future in futures {
            set.spawn(future);
        }
        set
    }
}
