//! Where the answer of a question comes from. In `quiz.toml`:
//!
//! ```toml
//! { run = "PROGRAM", line = 4 }                 # the text of the 4th line that it prints
//! { run = "PROGRAM", line = 4, mark = true }    # why that line comes there: "not promised"
//! { run = "PROGRAM", line = 4, at = true }      # when it is printed: "2 s"
//! { run = "PROGRAM", lane_of = 4 }              # the lane that prints it: "main"
//! { run = "PROGRAM", lasts = true }             # when its last step is: "9 s"
//! { run = "PROGRAM", lines = true }             # how many lines it prints: "6" or "6 lines"
//! { twin = "PROGRAM", … }                       # the same of its asyncio twin
//! { compiler = "NAME" }                         # what rustc says of compile_fail/NAME.rs: "E0308"
//! { explored = "PROGRAM", outputs = true }      # how many outputs its schedules have: "1" or "1 output"
//! { explored = "PROGRAM", free = true }         # the same without the clock
//! { choice = 2, shown_by = "NAME" }             # the second one: a program on the page shows why
//! ```
//!
//! On the real clock a time is told to the tenth of a second.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use serde::Deserialize;

mod derived;

pub use derived::{Derived, Known, Place};

/// The keys behind which stands `true`.
const FLAGS: [&str; 6] = ["mark", "at", "lasts", "lines", "outputs", "free"];

/// What stands behind a key of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// `true`.
    Yes(bool),
    /// A line, a choice.
    Number(usize),
    /// A program.
    Name(String),
}

/// Where an answer comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// From a run.
    Run {
        /// Of this program.
        program: String,
        /// Of its twin.
        twin: bool,
        /// What of it.
        what: What,
    },
    /// From what rustc says of this program.
    Compiler(String),
    /// From what exploring this program found.
    Explored {
        /// The program.
        program: String,
        /// Whether without the clock.
        free: bool,
    },
    /// It is this choice, from 1.
    Choice {
        /// Which.
        number: usize,
        /// A program that shows why.
        shown_by: String,
    },
}

/// What is asked of a run. A line is named by its number, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The text of a line.
    Text(usize),
    /// Why it comes after the one before it.
    Mark(usize),
    /// When it is printed.
    At(usize),
    /// Who prints it.
    LaneOf(usize),
    /// When the last step is.
    Lasts,
    /// How many lines there are.
    Lines,
}

impl Answer {
    /// What is meant by the keys of an answer.
    ///
    /// # Errors
    ///
    /// If they have none of the forms that [the module](self) names.
    pub fn of(asked: &BTreeMap<String, Value>) -> Result<Self> {
        let form =
            || anyhow!("its answer has none of the forms that xtask/src/book/quiz/answer.rs names");
        let name = |key: &str| match asked.get(key) {
            Some(Value::Name(name)) => Ok(name.clone()),
            _ => Err(form()),
        };
        let number = |key: &str| match asked.get(key) {
            Some(Value::Number(number)) => Ok(*number),
            _ => Err(form()),
        };
        let is_flag = |key: &str| FLAGS.contains(&key);
        if asked.iter().any(|(key, value)| is_flag(key) && *value != Value::Yes(true)) {
            return Err(form());
        }
        let keys: Vec<&str> = asked.keys().map(String::as_str).collect();
        let what = match keys[..] {
            ["compiler"] => return Ok(Self::Compiler(name("compiler")?)),
            ["explored", "outputs"] => {
                return Ok(Self::Explored { program: name("explored")?, free: false });
            }
            ["explored", "free"] => {
                return Ok(Self::Explored { program: name("explored")?, free: true });
            }
            ["choice", "shown_by"] => {
                let (number, shown_by) = (number("choice")?, name("shown_by")?);
                return Ok(Self::Choice { number, shown_by });
            }
            ["line", "run" | "twin"] => What::Text(number("line")?),
            ["line", "mark", "run" | "twin"] => What::Mark(number("line")?),
            ["at", "line", "run" | "twin"] => What::At(number("line")?),
            ["lane_of", "run" | "twin"] => What::LaneOf(number("lane_of")?),
            ["lasts", "run" | "twin"] => What::Lasts,
            ["lines", "run" | "twin"] => What::Lines,
            _ => return Err(form()),
        };
        let twin = asked.contains_key("twin");
        Ok(Self::Run { program: name(if twin { "twin" } else { "run" })?, twin, what })
    }
}
