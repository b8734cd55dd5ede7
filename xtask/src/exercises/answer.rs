//! What the solution did under the checks: what an answer is held against.
//!
//! `answer.json` lies beside the checks. It holds their text too, so that a learner's edit of them
//! changes nothing; `cargo xtask bank --accept` makes it.

use std::collections::HashMap;
use std::fs;

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8PathBuf;
use playback::{Order, Recording};
use records::Clock;
use serde::{Deserialize, Serialize};

use super::Exercise;
use super::evidence::Evidence;
use crate::files::replace;

/// What the solution did, and under which checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The pristine checks.
    pub checks: String,
    /// The clock that it ran on.
    pub clock: Clock,
    /// Microseconds on that clock when it was over.
    pub ended_at: u64,
    /// How many timers were waited for at the same time, at the most.
    pub at_once: usize,
    /// How many tasks were cut off because `main` was over.
    #[serde(default)]
    pub left: usize,
    /// What it printed.
    pub lines: Vec<Line>,
}

/// A line that the solution printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What.
    pub text: String,
    /// When, in microseconds on the program's clock.
    pub at: u64,
    /// The lines, by their place in the list, that come before it in every schedule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<usize>,
}

impl Answer {
    /// What a run of the solution says.
    pub fn of(recording: &Recording, checks: &str) -> Self {
        let evidence = Evidence::of(recording);
        let orders = recording.orders();
        let earlier = |later: usize| {
            (0..later).filter(|first| orders.between(*first, later) == Order::Because).collect()
        };
        let lines = recording.lines.iter().enumerate().map(|(place, line)| Line {
            text: String::from_utf8_lossy(&line.text).into_owned(),
            at: line.at,
            because: earlier(place),
        });
        Self {
            checks: checks.to_owned(),
            clock: recording.clock.unwrap_or(Clock::Virtual),
            ended_at: evidence.ended_at,
            at_once: evidence.at_once,
            left: evidence.left.len(),
            lines: lines.collect(),
        }
    }

    /// Whether another run of the same solution says no more: on the real clock its times, and how many
    /// sockets it waits for at once, are other ones each time.
    pub fn says_as_much_as(&self, now: &Self) -> bool {
        /// In microseconds.
        const ABOUT: u64 = 90_000;
        let apart = |one: u64, other: u64| one.abs_diff(other) > ABOUT;
        let unmeasured = |answer: &Self| {
            let lines = answer.lines.iter().map(|line| Line { at: 0, ..line.clone() });
            Self { ended_at: 0, at_once: 0, lines: lines.collect(), ..answer.clone() }
        };
        let mut lines = self.lines.iter().zip(&now.lines);
        let is_about = !apart(self.ended_at, now.ended_at)
            && !lines.any(|(one, other)| apart(one.at, other.at));
        match self.clock {
            Clock::Virtual => self == now,
            Clock::Real => unmeasured(self) == unmeasured(now) && is_about,
        }
    }

    /// The file, whether it is there or not.
    pub fn file(exercise: &Exercise) -> Utf8PathBuf {
        exercise.folder.join("answer.json")
    }

    /// Reads what the solution of an exercise did.
    pub fn read(exercise: &Exercise) -> Result<Self> {
        let file = Self::file(exercise);
        let path = exercise.path();
        let mend = || {
            format!(
                "reading {file}: git checkout -- {file}, or, to make it anew, \
                 cargo xtask bank {path} --accept"
            )
        };
        let text = fs::read_to_string(&file).with_context(mend)?;
        serde_json::from_str(&text).with_context(mend)
    }

    /// Writes it beside the checks.
    pub fn write(&self, exercise: &Exercise) -> Result<()> {
        let file = Self::file(exercise);
        let mut text = serde_json::to_string_pretty(self).context("an answer is plain data")?;
        text.push('\n');
        replace(&file, text.as_bytes())
    }
}

/// For each line of the answer, the line of a run that is the same: the first that says so is the
/// first, the second the second. What the run prints beside these is the learner's own affair.
#[derive(Debug)]
pub struct Match {
    /// For each line of the answer, the index of the run's, if it has it.
    pub found: Vec<Option<usize>>,
    /// The run's lines that the answer has less often.
    pub more: Vec<usize>,
    /// The run's lines that the answer does not have at all.
    pub unknown: Vec<usize>,
}

impl Match {
    /// Matches a run with an answer.
    pub fn of(answer: &Answer, recording: &Recording) -> Self {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, line) in recording.lines.iter().enumerate().rev() {
            let text = String::from_utf8_lossy(&line.text).into_owned();
            places.entry(text).or_default().push(place);
        }
        let mut take = |text: &str| places.get_mut(text).and_then(Vec::pop);
        let found = answer.lines.iter().map(|line| take(&line.text)).collect();
        let (mut more, mut unknown) = (Vec::new(), Vec::new());
        for (text, left) in places {
            let is_known = answer.lines.iter().any(|line| line.text == text);
            if is_known { more.extend(left) } else { unknown.extend(left) }
        }
        more.sort_unstable();
        unknown.sort_unstable();
        Self { found, more, unknown }
    }
}
