//! Why a task has no output.

use std::any::Any;
use std::fmt;

use explorer::tasks::Panic;

use super::Id;

/// Why a task has no output.
pub struct JoinError {
    id: Id,
    /// None if it was cancelled.
    panic: Option<Panic>,
}

impl JoinError {
    pub(super) fn cancelled(id: Id) -> Self {
        Self { id, panic: None }
    }

    pub(super) fn panicked(id: Id, panic: Panic) -> Self {
        Self { id, panic: Some(panic) }
    }

    /// Whether the task was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.panic.is_none()
    }

    /// Whether the task panicked.
    pub fn is_panic(&self) -> bool {
        self.panic.is_some()
    }

    /// What the panic carried.
    ///
    /// # Panics
    ///
    /// If the task did not panic.
    pub fn into_panic(self) -> Panic {
        self.try_into_panic().expect("`JoinError` reason is not a panic.")
    }

    /// What the panic carried, if there was one.
    pub fn try_into_panic(self) -> Result<Panic, Self> {
        match self.panic {
            Some(panic) => Ok(panic),
            None => Err(self),
        }
    }

    /// The task's number.
    pub fn id(&self) -> Id {
        self.id
    }

    fn message(&self) -> Option<&str> {
        let panic: &(dyn Any + Send) = self.panic.as_deref()?;
        panic
            .downcast_ref::<&str>()
            .copied()
            .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
    }
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.is_panic(), self.message()) {
            (true, Some(message)) => {
                write!(f, "task {} panicked with message {message:?}", self.id)
            }
            (true, None) => write!(f, "task {} panicked", self.id),
            (false, _) => write!(f, "task {} was cancelled", self.id),
        }
    }
}

impl fmt::Debug for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.is_panic(), self.message()) {
            (true, Some(message)) => write!(f, "JoinError::Panic({:?}, {message:?}, ...)", self.id),
            (true, None) => write!(f, "JoinError::Panic({:?}, ...)", self.id),
            (false, _) => write!(f, "JoinError::Cancelled({:?})", self.id),
        }
    }
}

impl std::error::Error for JoinError {}
