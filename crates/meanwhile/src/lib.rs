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

/// The environment variable by which the runner asks a program to record itself.
///
/// Its value is the mark that stands before each record, so that no printed line can be mistaken
/// for one.
pub const RECORD: &str = "MEANWHILE_RECORD";

/// The environment variable that, set to `real`, keeps a recorded program on the real clock.
pub const CLOCK: &str = "MEANWHILE_CLOCK";

/// The environment variable that, set to `current_thread` or `multi_thread`, gives a recorded
/// program this runtime, whatever its attribute says. A program that builds its runtimes itself
/// keeps them.
pub const FLAVOR: &str = "MEANWHILE_FLAVOR";
