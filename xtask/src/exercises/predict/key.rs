//! The answer's key: a program's lines, and for each two of them what keeps them in order.
//!
//! `answer.json` lies in the exercise's folder. `cargo xtask bank NAME --accept` makes it from a
//! recording, and nobody else does.

use std::fs;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::Utf8PathBuf;
use playback::{Order, Recording};
use records::Clock;
use serde::{Deserialize, Serialize};

use super::text::can_be_predicted;
use super::why::{self, Hop};
use crate::course::Program;
use crate::exercises::Exercise;
use crate::explore::{self, Found};
use crate::files::replace;
use crate::prove::Claims;

/// What the program prints, and in which orders it could.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// `LESSON/PROGRAM`.
    pub program: String,
    /// The clock that it ran on.
    pub clock: Clock,
    /// How many schedules were tried beside the recorded run: none if it cannot be explored.
    pub schedules: usize,
    /// The lines, as they were recorded.
    pub lines: Vec<Line>,
    /// The order in which the asyncio twin prints those that it prints too, by their places in the list.
    pub asyncio: Vec<usize>,
}

/// A line that the program prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What.
    pub text: String,
    /// When, in microseconds on the program's clock; on the real one to the hundredth of a second.
    pub at: u64,
    /// Who prints it.
    pub lane: String,
    /// Why it came after each of the lines before it, in their order.
    pub after: Vec<After>,
}

/// Why a line came after another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    /// What keeps the two in order.
    pub order: Tie,
    /// The path from the one to the other, if there is one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<Hop>,
}

/// What keeps two lines in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// The later one could have come first in no schedule.
    Because,
    /// Their instants differ.
    ByTheClock,
    /// Nothing that the recording sees; and yet no schedule that was tried prints them the other way
    /// round. Whether somebody calls it luck is left to them.
    NeverOtherwise,
    /// Nothing.
    NotPromised,
}

impl Key {
    /// What a recording of a program says, with what exploring it found, and with its twin's.
    ///
    /// # Errors
    ///
    /// If it prints a line that cannot be told from others in a text file.
    pub fn of(
        program: &Program,
        recording: &Recording,
        explored: Option<[&Found; 2]>,
        twin: Option<&Recording>,
    ) -> Result<Self> {
        let clock = recording.clock.unwrap_or(Clock::Virtual);
        let texts = texts(recording);
        for (place, text) in texts.iter().enumerate() {
            if !can_be_predicted(text) || texts[..place].contains(text) {
                let path = program.path();
                bail!(
                    "nobody can predict `{text}`, which {path} prints: it reads as something else \
                       in a text file, or is there twice. Ask for another program"
                );
            }
        }
        let never_otherwise = never_otherwise(recording, explored);
        let orders = recording.orders();
        let after = |first: usize, second: usize| {
            let order = match orders.between(first, second) {
                Order::Because => Tie::Because,
                Order::ByTheClock => Tie::ByTheClock,
                Order::NotPromised if never_otherwise.contains(&(first, second)) => {
                    Tie::NeverOtherwise
                }
                Order::NotPromised => Tie::NotPromised,
            };
            let is_told = order == Tie::Because;
            let why = if is_told { why::path(recording, first, second) } else { Vec::new() };
            After { order, why: why.into_iter().map(|hop| hop.of_program(program)).collect() }
        };
        let lines = recording.lines.iter().zip(&texts).enumerate().map(|(place, (line, text))| {
            let hundredth = if clock == Clock::Real { 10_000 } else { 1 };
            Line {
                text: text.clone(),
                at: line.at / hundredth * hundredth,
                lane: recording.name(line.lane).to_owned(),
                after: (0..place).map(|first| after(first, place)).collect(),
            }
        });
        Ok(Self {
            program: program.path(),
            clock,
            schedules: explored.iter().flatten().map(|found| found.schedules).sum(),
            lines: lines.collect(),
            asyncio: twin.map(|twin| in_its_order(twin, &texts)).unwrap_or_default(),
        })
    }

    /// What keeps two lines in order, whichever is named first, and whether the first is the one that
    /// was recorded first.
    pub fn between(&self, first: usize, second: usize) -> (&After, bool) {
        (&self.lines[first.max(second)].after[first.min(second)], first < second)
    }

    /// Whether the asyncio twin prints the first before the second; none if it does not print both.
    pub fn asyncio_too(&self, first: usize, second: usize) -> Option<bool> {
        let place = |line: usize| self.asyncio.iter().position(|known| *known == line);
        Some(place(first)? < place(second)?)
    }

    /// The lines as they were recorded, each that is not promised to come after the one above marked.
    pub fn solution(&self) -> String {
        let mut text = String::new();
        for (place, line) in self.lines.iter().enumerate() {
            let is_luck = line.after.last().is_some_and(|after| !after.order.is_promised());
            text += if place > 0 && is_luck { "~ " } else { "" };
            text += &line.text;
            text.push('\n');
        }
        text
    }

    /// The same, on the real clock with the instants of another recording if they are about as late.
    pub fn timed_as(mut self, other: &Self) -> Self {
        const ABOUT: u64 = 100_000;
        if self.clock == Clock::Real {
            for (own, line) in self.lines.iter_mut().zip(&other.lines) {
                own.at = if own.at.abs_diff(line.at) <= ABOUT { line.at } else { own.at };
            }
        }
        self
    }

    /// The file, whether it is there or not.
    pub fn file(exercise: &Exercise) -> Utf8PathBuf {
        exercise.folder.join("answer.json")
    }

    /// Reads the key of an exercise.
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
        let key: Self = serde_json::from_str(&text).with_context(mend)?;
        let is_whole = |(place, line): (usize, &Line)| line.after.len() == place;
        let is_there = |line: &usize| *line < key.lines.len();
        if !key.lines.iter().enumerate().all(is_whole) || !key.asyncio.iter().all(is_there) {
            return Err(anyhow::anyhow!(
                "it does not say of each two lines what keeps them in order"
            ))
            .with_context(mend);
        }
        Ok(key)
    }

    /// Writes it into the exercise's folder.
    pub fn write(&self, exercise: &Exercise) -> Result<()> {
        let file = Self::file(exercise);
        replace(&file, self.json()?.as_bytes())
    }

    /// What the file holds.
    pub fn json(&self) -> Result<String> {
        let text = serde_json::to_string_pretty(self).context("a key is plain data")?;
        Ok(text + "\n")
    }
}

impl Tie {
    /// Whether the two cannot change places.
    pub fn is_promised(self) -> bool {
        matches!(self, Self::Because | Self::ByTheClock)
    }
}

/// The lines of a run.
pub fn texts(recording: &Recording) -> Vec<String> {
    let text = |line: &playback::Line| String::from_utf8_lossy(&line.text).into_owned();
    recording.lines.iter().map(text).collect()
}

/// The pairs of lines whose order no schedule flips, with the delays or without the clock.
fn never_otherwise(recording: &Recording, explored: Option<[&Found; 2]>) -> Vec<(usize, usize)> {
    let Some([delays, free]) = explored else { return Vec::new() };
    let pairs = Claims::held(recording, delays, free).pairs;
    let is_kept = |order| matches!(order, explore::Order::Kept);
    let kept = pairs.iter().filter(|pair| is_kept(pair.delays) && is_kept(pair.free));
    kept.map(|pair| (pair.earlier, pair.later)).collect()
}

/// The places of these lines, as a twin prints them.
fn in_its_order(twin: &Recording, lines: &[String]) -> Vec<usize> {
    let place = |text: String| lines.iter().position(|line| *line == text);
    let mut order: Vec<usize> = texts(twin).into_iter().filter_map(place).collect();
    let mut seen = vec![false; lines.len()];
    order.retain(|line| !std::mem::replace(&mut seen[*line], true));
    order
}
