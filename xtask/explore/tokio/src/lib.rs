//! tokio, as far as its schedules can be explored.
//!
//! What has no scheduling in it, and most of `sync`, is shuttle-tokio's. Timers follow the explorer's
//! clock, tasks end as tokio's do when they panic, and where a `select!` begins is a choice like any
//! other. What is not here, or not yet, does not compile: no program is explored that would be
//! explored wrongly.

pub mod runtime;
pub mod sync;
pub mod task;
pub mod time;

pub use published_tokio::{join, pin, try_join};
pub use shuttle_tokio::task_local;
pub use task::spawn;

#[doc(hidden)]
pub use explorer::choose as __choose;
#[doc(hidden)]
pub use shuttle_tokio as __shuttle_tokio;

/// tokio's `select!`; the branch that it polls first is one of the choices of a schedule.
#[macro_export]
macro_rules! select {
    (biased; $($branches:tt)*) => { $crate::__shuttle_tokio::select!(biased; $($branches)*) };
    ($branch:pat = $($branches:tt)*) => {
        $crate::__shuttle_tokio::select!(
            @{ start={ $crate::__choose(BRANCHES) }; () } $branch = $($branches)*
        )
    };
    ($($branches:tt)*) => { $crate::__shuttle_tokio::select!($($branches)*) };
}
