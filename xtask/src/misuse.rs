//! What is the fault of whoever typed the command.

use std::fmt;

/// A command that cannot be followed as it was typed; says why, and what to type. The runner exits with 2.
#[derive(Debug, PartialEq, Eq)]
pub struct Misuse(pub String);

impl fmt::Display for Misuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misuse {}
