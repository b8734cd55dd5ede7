//! A timeline in letters, for terminals: a row per lane, a narrow column per step.

use std::collections::BTreeSet;

use records::Clock;

use super::fold::Limits;
use super::grid::Grid;
use super::pages::{Part, pages};
use super::signs::{Ink, Signs};
use crate::recording::Recording;
use crate::transcript::seconds;

/// How a timeline is written.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How many columns the terminal has.
    pub width: usize,
    /// Whether the signs are ASCII. What the program printed stays as it is.
    pub ascii: bool,
    /// How much is drawn.
    pub limits: Limits,
    /// How many printed lines are listed, at the most.
    pub lines: usize,
    /// Whether each line says why it comes after the one above: only what was recorded in full can.
    pub marks: bool,
    /// Whether the meaning of the signs stands under the lanes.
    pub legend: bool,
    /// What colours a piece of text; it must not change its width.
    pub paint: fn(Ink, &str) -> String,
}

/// A run beside its twin, for [`text`].
#[derive(Clone, Copy, Debug)]
pub struct Twin<'a> {
    /// What the twin did.
    pub recording: &'a Recording,
    /// The lines of the twin, by index, that the program does not print so.
    pub differing: &'a BTreeSet<usize>,
    /// The lines of the program that its twin does not print so.
    pub differing_from: &'a BTreeSet<usize>,
}

impl Default for Options {
    /// 80 columns of Unicode without colour.
    fn default() -> Self {
        Self {
            width: 80,
            ascii: false,
            limits: Limits::TERMINAL,
            lines: 100,
            marks: true,
            legend: true,
            paint: |_, text| text.to_owned(),
        }
    }
}

impl Options {
    pub(super) fn signs(&self) -> Signs {
        Signs::of(self.ascii)
    }

    pub(super) fn paint(&self, ink: Ink, text: &str) -> String {
        if text.is_empty() { String::new() } else { (self.paint)(ink, text) }
    }
}

/// The lanes of a run, what its signs mean, and what was left out; and the lines that it printed, if
/// it has no twin.
pub fn text(recording: &Recording, options: &Options) -> String {
    let grid = Grid::of(recording, options.limits, options.signs(), &BTreeSet::new());
    let part = Part { heading: None, clock: recording.clock, grid: &grid };
    let mut text = pages(&[part], options);
    text += &super::legend::lines(recording, options);
    text
}

/// The same of a run and its twin, the twin's above, on one axis of instants. What differs is marked,
/// and the lines are not listed: that is for whoever compared them.
pub fn twins(recording: &Recording, twin: Twin, options: &Options) -> String {
    let signs = options.signs();
    let above = Grid::of(twin.recording, options.limits, signs, twin.differing);
    let below = Grid::of(recording, options.limits, signs, twin.differing_from);
    let part =
        |heading, of: &Recording, grid| Part { heading: Some(heading), clock: of.clock, grid };
    let parts = [part("asyncio", twin.recording, &above), part("tokio", recording, &below)];
    pages(&parts, options)
}

/// What all signs of a run mean, beside many that are drawn without a legend.
pub fn meanings(options: &Options) -> String {
    super::legend::meanings(options)
}

impl Recording {
    /// An instant for a heading, from microseconds on the program's clock: `2 s`; on the real clock to
    /// the hundredth of a second.
    pub fn instant(&self, micros: u64) -> String {
        instant(micros, self.clock)
    }
}

pub(super) fn instant(micros: u64, clock: Option<Clock>) -> String {
    match clock {
        Some(Clock::Real) => format!("{:.2} s", micros as f64 / 1e6),
        Some(Clock::Virtual) | None => seconds(micros),
    }
}
