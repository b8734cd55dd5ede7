//! Channels, locks, notifications: shuttle-tokio's, where switching is modelled, and tokio's own with
//! a switch before what another task can see.
//!
//! `broadcast` and `Barrier` are tokio's as they are: tasks switch where they wait, and nowhere else.

pub mod mpsc;
mod notify;
pub mod oneshot;

pub use notify::Notify;
pub use published_tokio::sync::{Barrier, BarrierWaitResult, broadcast, futures};
pub use shuttle_tokio::sync::{
    AcquireError, Mutex, MutexGuard, OnceCell, OwnedMutexGuard, OwnedRwLockReadGuard,
    OwnedRwLockWriteGuard, OwnedSemaphorePermit, RwLock, RwLockReadGuard, RwLockWriteGuard,
    Semaphore, SemaphorePermit, TryAcquireError, TryLockError, watch,
};
