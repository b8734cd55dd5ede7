//! What a lesson's manifest says of its programs and their twins: which differences must be, and which
//! programs have no twin.
//!
//! ```toml
//! [[package.metadata.lesson.differs.sleep_starts_when_made]]
//! reason = "One or two plain sentences; the book shows them."
//! lines = [
//!     # The same line told in two ways; instants, in seconds, if they differ.
//!     { tokio = "over after 2 s", tokio_at = 2, asyncio = "over after 3 s", asyncio_at = 3 },
//!     # A line that only one of the two prints.
//!     { asyncio = "Task begins." },
//!     # The same words at another time.
//!     { both = "The runtime is gone.", tokio_at = 1, asyncio_at = 2 },
//! ]
//! # tokio prints the first of each before the second, asyncio after it; named by tokio's words.
//! order = [["the other task", "received 129"]]
//!
//! [package.metadata.lesson.no_twin]
//! join_biased = "One or two plain sentences."
//! ```
//!
//! What a program writes to stderr is not compared and cannot be declared.

use serde::{Deserialize, Serialize};

/// Differences that must be, with one reason.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Differs {
    /// Why, in the course's voice.
    pub reason: String,
    /// Lines that differ.
    #[serde(default)]
    pub lines: Vec<DeclaredLine>,
    /// Pairs of lines that asyncio prints the other way round.
    #[serde(default)]
    pub order: Vec<[String; 2]>,
}

/// A line that differs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredLine {
    /// What tokio prints; none if it prints no such line.
    pub tokio: Option<String>,
    /// When tokio prints it, in seconds.
    pub tokio_at: Option<f64>,
    /// What asyncio prints; none if it prints no such line.
    pub asyncio: Option<String>,
    /// When asyncio prints it, in seconds.
    pub asyncio_at: Option<f64>,
    /// What both print, in place of `tokio` and `asyncio`.
    pub both: Option<String>,
}

impl DeclaredLine {
    /// What tokio prints.
    pub fn by_tokio(&self) -> Option<&str> {
        self.tokio.as_deref().or(self.both.as_deref())
    }

    /// What asyncio prints.
    pub fn by_asyncio(&self) -> Option<&str> {
        self.asyncio.as_deref().or(self.both.as_deref())
    }

    /// What is wrong with its form, if anything is.
    pub fn misuse(&self) -> Option<&'static str> {
        let is_named = self.tokio.is_some() || self.asyncio.is_some();
        if self.both.is_some() == is_named {
            return Some("a line is named by `both`, or by `tokio` or `asyncio` or these two");
        }
        let is_timed_alone = self.tokio_at.is_some() && self.by_tokio().is_none()
            || self.asyncio_at.is_some() && self.by_asyncio().is_none();
        is_timed_alone.then_some("an instant is that of a line: name what is printed then")
    }
}
