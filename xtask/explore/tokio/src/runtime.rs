//! The runtime that `#[meanwhile::main]` has made. One cannot make one's own here.

use crate::task::{self, JoinHandle};

/// Main's runtime.
#[derive(Clone, Debug)]
pub struct Handle(());

/// There is always a runtime here; no value of this type.
#[derive(Clone, Copy, Debug)]
pub enum TryCurrentError {}

impl std::fmt::Display for TryCurrentError {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}

impl std::error::Error for TryCurrentError {}

impl Handle {
    /// The runtime's handle.
    pub fn current() -> Self {
        Self(())
    }

    /// The runtime's handle.
    pub fn try_current() -> Result<Self, TryCurrentError> {
        Ok(Self::current())
    }

    /// As [`task::spawn`].
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        task::spawn(future)
    }

    /// How many tasks there are.
    pub fn metrics(&self) -> RuntimeMetrics {
        RuntimeMetrics(())
    }

    /// As [`task::spawn_blocking`].
    pub fn spawn_blocking<F, T>(&self, call: F) -> JoinHandle<T>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        task::spawn_blocking(call)
    }
}

/// What a runtime counts.
#[derive(Clone, Debug)]
pub struct RuntimeMetrics(());

impl RuntimeMetrics {
    /// How many tasks have not ended; main is none of them.
    pub fn num_alive_tasks(&self) -> usize {
        explorer::tasks::alive()
    }
}
