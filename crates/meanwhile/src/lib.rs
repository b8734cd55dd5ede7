//! What a lesson links: [`main`], which is `#[tokio::main]` with a clock that can be virtual and
//! a recorder.
//!
//! ```no_run
//! use std::time::Duration;
//!
//! #[meanwhile::main(flavor = "current_thread")]
//! async fn main() {
//!     tokio::time::sleep(Duration::from_secs(1)).await;
//!     println!("one second later");
//! }
//! ```
//!
//! Run by hand, such a program runs at real pace and prints what it prints; with `tokio` in place
//! of `meanwhile` it is the same program. Under the runner (`cargo xtask run`), which builds it
//! with the feature `record`, its clock is tokio's paused clock, its random seed is fixed, and
//! between the printed lines it writes what its tasks do. The crate `records` says what is written,
//! `playback` reads it.

pub use meanwhile_macros::main;

#[doc(hidden)]
pub mod entry;

#[cfg(all(feature = "record", tokio_unstable))]
mod recorder;

/// Starts the recorder in a program that builds its runtimes itself, if the program is asked to
/// record itself; until the value is dropped.
///
/// To stand in `main`, before the first runtime is built. On an `async fn main` [`main`] does it.
/// `record!()` is for runtimes of one thread, `record!(worker_threads = 4)` for those of several.
///
/// ```
/// let _recording = meanwhile::record!();
/// let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
/// runtime.block_on(async { println!("recorded, if that is wanted") });
/// ```
#[macro_export]
macro_rules! record {
    () => {
        $crate::record!(@ CurrentThread, None)
    };
    (worker_threads = $threads:expr) => {
        $crate::record!(@ MultiThread, Some($threads))
    };
    (@ $flavor:ident, $threads:expr) => {
        $crate::entry::start(&$crate::entry::Program {
            module: ::core::module_path!(),
            folder: ::core::env!("CARGO_MANIFEST_DIR"),
            flavor: $crate::entry::Flavor::$flavor,
            worker_threads: $threads,
            real_clock: false,
        })
    };
}

/// The environment variable by which the runner asks a program to record itself.
///
/// Its value is the mark that stands before each record, so that no printed line can be mistaken
/// for one.
pub const RECORD: &str = "MEANWHILE_RECORD";

/// The environment variable that, if it is set, names by its number the process that is to record
/// itself: what that process starts has the same variables, and records nothing.
pub const PROCESS: &str = "MEANWHILE_PROCESS";

/// The environment variable that, set to `real`, keeps a recorded program on the real clock.
pub const CLOCK: &str = "MEANWHILE_CLOCK";

/// The environment variable that, set to `own`, says that the recorded program sets up a tracing
/// subscriber of its own.
///
/// The recorder then listens beside it, on the threads of the runtime alone: what the program logs
/// there is not shown, and a wake from a thread of the program's own is not seen.
pub const SUBSCRIBER: &str = "MEANWHILE_SUBSCRIBER";

/// The environment variable that names a folder below which source files are the recorded program's
/// own, beside those of its package.
pub const FOLDER: &str = "MEANWHILE_FOLDER";

/// The environment variable that, set to `current_thread` or `multi_thread`, gives a recorded
/// program this runtime, whatever its attribute says. A program that builds its runtimes itself
/// keeps them.
pub const FLAVOR: &str = "MEANWHILE_FLAVOR";
