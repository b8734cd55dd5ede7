//! What does the same work.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What runs a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contender {
    /// tokio's runtime on one thread: what the others are measured against.
    CurrentThread,
    /// tokio's runtime on a thread for each core.
    MultiThread,
    /// The event loop that comes with CPython.
    Asyncio,
    /// The same programs on uvloop's event loop.
    Uvloop,
}

impl Contender {
    /// All, in the order of the tables.
    pub const ALL: [Self; 4] =
        [Self::CurrentThread, Self::MultiThread, Self::Asyncio, Self::Uvloop];

    /// What the programs' command lines call it.
    pub fn argument(self) -> &'static str {
        match self {
            Self::CurrentThread => "current_thread",
            Self::MultiThread => "multi_thread",
            Self::Asyncio => "asyncio",
            Self::Uvloop => "uvloop",
        }
    }

    /// Its name in a cell, which breaks behind a `_` where it has to.
    pub fn in_a_cell(self) -> String {
        self.to_string().replace('_', "_<wbr>")
    }

    /// Whether it runs the program's Python twin.
    pub fn is_python(self) -> bool {
        matches!(self, Self::Asyncio | Self::Uvloop)
    }
}

impl fmt::Display for Contender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let runtime = if self.is_python() { "" } else { "tokio " };
        write!(f, "{runtime}{}", self.argument())
    }
}
