//! Reads recordings: from the bytes that a recorded program wrote to its stdout to a [`Recording`],
//! and from there to a transcript.
//!
//! ```
//! use std::time::Duration;
//!
//! let mut reader = playback::Reader::new("0123456789abcdef");
//! reader.feed(b"Hello, Ali", Duration::ZERO);
//! reader.feed(b"ce!\n", Duration::ZERO);
//! let recording = reader.finish();
//! assert_eq!(recording.lines[0].text, b"Hello, Alice!");
//! ```

mod attribution;
mod choices;
mod edges;
mod knowledge;
mod nodes;
mod order;
mod polls;
mod reader;
mod recording;
mod sentences;
mod state;
mod steps;
pub mod timeline;
mod transcript;

pub use order::{Order, Orders};
pub use reader::Reader;
pub use recording::{Lane, Line, Recording};
pub use state::{Doing, LaneState, OpenWait, Outside};
pub use steps::{State, Step, What};
