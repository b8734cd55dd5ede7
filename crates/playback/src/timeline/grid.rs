//! A run as rows of characters, a few for each step, before they are laid out on pages.

use std::collections::BTreeSet;
use std::ops::Range;

use records::{Kind, LaneId};

use super::fold::{Column, Folded, Limits, Row, fold};
use super::signs::{Glyph, Ink, Signs};
use super::waits::Waits;
use crate::recording::Recording;
use crate::steps::{State, Step, What};

/// A run in characters.
pub(super) struct Grid {
    /// The rows, from the top.
    pub(super) rows: Vec<GridRow>,
    /// The stretches between which the clock moves on.
    pub(super) bands: Vec<GridBand>,
    /// What each wait is called.
    pub(super) waits: Waits,
    /// What was folded.
    pub(super) notes: Vec<String>,
}

/// A row.
pub(super) struct GridRow {
    pub(super) name: String,
    /// The characters of all columns.
    pub(super) glyphs: Vec<Glyph>,
    /// For each band, what the row does until the clock moves on and while it does.
    pub(super) after: Vec<Glyph>,
}

/// An instant, and what is drawn of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GridBand {
    /// Microseconds on the program's clock.
    pub(super) at: u64,
    /// Its characters in each row.
    pub(super) chars: Range<usize>,
    /// How many more follow, so that it can be written what the lanes wait for.
    pub(super) room: usize,
}

/// A grid that is being drawn.
pub(super) struct Draft<'a> {
    pub(super) folded: &'a Folded,
    pub(super) signs: Signs,
    /// The lines that the twin does not print so.
    pub(super) differing: &'a BTreeSet<usize>,
    /// How many rows are above those of the lanes: one for what is printed outside them, if anything is.
    pub(super) above: usize,
    /// Whether a row is that of calls that may block.
    pub(super) is_blocking: Vec<bool>,
    /// What each row waits for.
    pub(super) wait: Vec<Option<usize>>,
    /// How many characters each row has.
    pub(super) chars: usize,
    pub(super) grid: Grid,
}

impl Grid {
    /// Draws a run; `differing` are lines, by index, that a twin does not print so.
    pub(super) fn of(
        recording: &Recording,
        limits: Limits,
        signs: Signs,
        differing: &BTreeSet<usize>,
    ) -> Self {
        let steps = recording.steps();
        let folded = fold(recording, &steps, limits);
        let above = usize::from(recording.lines.iter().any(|line| line.lane.is_none()));
        let names = std::iter::repeat_n(recording.name(None).to_owned(), above)
            .chain(folded.rows.iter().map(|row| row.name.clone()));
        let row = |name| GridRow { name, glyphs: Vec::new(), after: Vec::new() };
        let is_blocking = |row: &Row| {
            let first = row.lanes.first().and_then(|lane| recording.lane(*lane));
            first.is_some_and(|lane| lane.kind == Kind::Blocking)
        };
        let outside = std::iter::repeat_n(true, above);
        let is_blocking: Vec<bool> = outside.chain(folded.rows.iter().map(is_blocking)).collect();
        let grid = Self {
            rows: names.map(row).collect(),
            bands: Vec::new(),
            waits: Waits::of(recording),
            notes: folded.notes.clone(),
        };
        let wait = vec![None; grid.rows.len()];
        let folded = &folded;
        let mut draft =
            Draft { folded, signs, differing, above, is_blocking, wait, chars: 0, grid };
        draft.draw(&steps);
        draft.grid
    }
}

impl Draft<'_> {
    fn draw(&mut self, steps: &[Step]) {
        let states = self.folded.states(steps);
        let nothing = vec![None; self.folded.rows.len()];
        let (mut at, mut begun) = (0, 0);
        let mut is_after_gap = false;
        for (place, column) in self.folded.columns.iter().enumerate() {
            let before = place.checked_sub(1).map_or(&nothing, |before| &states[before]);
            let first = &steps[column.steps().start];
            let is_step = matches!(column, Column::Step(_));
            let moves = is_step && matches!(first.what, What::TimePasses(_));
            if moves || is_after_gap && first.at != at {
                self.closes(at, begun, before, moves);
                begun = self.chars;
            }
            is_after_gap = !is_step;
            if moves {
                continue;
            }
            if self.chars == begun {
                at = first.at;
            }
            if is_step {
                self.step(steps, place, before, &states[place]);
            } else {
                steps[column.steps()].iter().for_each(|step| self.follow_wait(step));
                self.gap(&states[place]);
            }
        }
        self.closes(at, begun, states.last().unwrap_or(&nothing), false);
    }

    /// Ends a band; `is_seen` says whether it is by the step in which the clock moves on, so that who
    /// runs does so meanwhile.
    fn closes(&mut self, at: u64, begun: usize, states: &[Option<State>], is_seen: bool) {
        if begun == self.chars {
            return;
        }
        let chars = begun..self.chars;
        let room = self.room(&chars);
        self.grid.bands.push(GridBand { at, chars, room });
        for (row, of_row) in self.grid.rows.iter_mut().enumerate() {
            let state = row.checked_sub(self.above).and_then(|lane| states[lane]);
            let (sign, ink) = match state {
                Some(State::Running) if is_seen && !self.is_blocking[row] => {
                    (self.signs.blocks, Ink::Blocks)
                }
                state => self.signs.fill(state),
            };
            of_row.after.push(Glyph { sign, ink, wait: self.wait[row] });
        }
    }

    /// How much longer the dotted lines at the end of a band must be to hold what is waited for.
    fn room(&self, chars: &Range<usize>) -> usize {
        let lacking = self.grid.rows.iter().zip(&self.wait).map(|(row, wait)| {
            let Some(needed) = wait.and_then(|wait| self.grid.waits.needs(wait)) else { return 0 };
            let dotted = row.glyphs[chars.clone()].chunk_by(|one, other| one.ink == other.ink);
            let of_wait = dotted.filter(|run| run[0].ink == Ink::Suspended && run[0].wait == *wait);
            let (longest, last) =
                of_wait.fold((0, 0), |(most, _), run| (most.max(run.len()), run.len()));
            if longest >= needed { 0 } else { needed - last }
        });
        lacking.max().unwrap_or(0)
    }

    /// Notes what a lane waits for from this step on.
    pub(super) fn follow_wait(&mut self, step: &Step) {
        let Some((lane, state)) = step.change() else { return };
        let Some(row) = self.row(lane) else { return };
        self.wait[row] = match &step.what {
            What::Suspends { waits, .. } if state == State::Suspended => {
                Some(self.grid.waits.number(waits))
            }
            _ => None,
        };
    }

    pub(super) fn row(&self, lane: LaneId) -> Option<usize> {
        self.folded.row(lane).map(|row| row + self.above)
    }
}
