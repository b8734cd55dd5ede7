//! Reads recordings: from the bytes that a recorded program wrote to its stdout to a [`Recording`],
//! and from there to transcripts, steps and drawings.
//!
//! | from a [`Recording`] | comes |
//! | --- | --- |
//! | [`Recording::lines`], [`Recording::lanes`] | what was printed, and by whom |
//! | [`Recording::orders`] | why each line comes after each other one: [`Order`] |
//! | [`Recording::transcript`] | the lines with their times, lanes and marks, as text |
//! | [`Recording::steps`], [`Recording::sentence`] | what happened, one thing after another |
//! | [`Recording::unfinished`], [`Recording::outside`] | what each lane did at the end, and what came from outside |
//! | [`timeline`] | the run as text, SVG, JSON, or a trace for Perfetto |
//!
//! Times are microseconds on the program's clock, from its beginning, if nothing else is said. Reading
//! has no errors: what cannot be read is counted, and [`Recording::what_is_missing`] tells of it.
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
mod instant;
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
