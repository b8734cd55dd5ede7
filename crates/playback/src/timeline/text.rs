//! A timeline in letters, for terminals: a row per lane, a narrow column per step.

use std::collections::BTreeSet;

use super::grid::Grid;
use super::options::Options;
use super::pages::{Part, pages};
use crate::recording::Recording;

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
