//! What one column of a timeline in letters shows: states, and what happens in its step.

use std::cmp::Ordering;

use records::{By, LaneId};

use super::fold::Column;
use super::grid::Draft;
use super::signs::{Glyph, Ink};
use crate::steps::{State, Step, What};

/// How many characters a column takes if no longer number stands in it: one for a sign and one for what
/// a lane does.
const NARROW: usize = 2;

/// How wide the column of a step is that is not widened.
fn narrow(what: &What) -> usize {
    match what {
        What::Prints(line) => 1 + (line + 1).to_string().len(),
        _ => NARROW,
    }
}

impl Draft<'_> {
    /// Draws a step.
    pub(super) fn step(
        &mut self,
        steps: &[Step],
        column: usize,
        before: &[Option<State>],
        after: &[Option<State>],
    ) {
        let step = &steps[self.folded.columns[column].steps().start];
        self.follow_wait(step);
        let wide = match &step.what {
            What::Suspends { .. } => self.room_for_wait(steps, column),
            what => narrow(what),
        };
        let start = self.fills(after, wide);
        let ended = step.change().and_then(|(lane, _)| self.folded.row(lane));
        if let Some(row) = ended.filter(|row| before[*row] != after[*row])
            && let Some((sign, ink)) = after[row].and_then(|state| self.signs.end(state))
        {
            self.sign(row + self.above, start, sign, ink);
        }
        match &step.what {
            What::Prints(line) => self.number(step.lane, *line, start),
            What::Panics { .. } => {
                if let Some(row) = step.lane.and_then(|lane| self.row(lane)) {
                    self.sign(row, start + 1, self.signs.panicked, Ink::Panicked);
                }
            }
            What::Makes(made) => self.arrow(step.lane, *made, start),
            What::IsWoken(by) => self.wake(step.lane, *by, start),
            _ => {}
        }
    }

    /// How wide the column is in which a lane suspends, so that it can be written what it waits for: a
    /// wait may be over before the clock moves on.
    fn room_for_wait(&self, steps: &[Step], column: usize) -> usize {
        let row_of = |step: &Step| step.change().and_then(|(lane, _)| self.row(lane));
        let Column::Step(place) = self.folded.columns[column] else { return NARROW };
        let Some(row) = row_of(&steps[place]) else { return NARROW };
        let needed = self.wait[row].and_then(|wait| self.grid.waits.needs_at_least(wait));
        let needed = needed.unwrap_or(0);
        let mut room = NARROW;
        for next in &self.folded.columns[column + 1..] {
            let Column::Step(next) = next else { return NARROW };
            let next = &steps[*next];
            let passes = matches!(next.what, What::TimePasses(_));
            if passes || room >= needed {
                return NARROW;
            }
            if row_of(next) == Some(row) {
                break;
            }
            room += narrow(&next.what);
        }
        NARROW + needed.saturating_sub(room)
    }

    /// Draws steps that are left out.
    pub(super) fn gap(&mut self, after: &[Option<State>]) {
        let start = self.fills(after, NARROW + 1);
        for row in 0..self.grid.rows.len() {
            self.sign(row, start + 1, self.signs.left_out, Ink::Aside);
        }
    }

    /// Makes each row so much longer, and returns where they ended before.
    fn fills(&mut self, states: &[Option<State>], wide: usize) -> usize {
        let start = self.chars;
        self.chars += wide;
        for (row, of_row) in self.grid.rows.iter_mut().enumerate() {
            let state = row.checked_sub(self.above).and_then(|lane| states[lane]);
            let (sign, ink) = self.signs.fill(state);
            let glyph = Glyph { sign, ink, wait: self.wait[row] };
            of_row.glyphs.resize(self.chars, glyph);
        }
        start
    }

    fn sign(&mut self, row: usize, at: usize, sign: char, ink: Ink) {
        let wait = self.wait[row];
        self.grid.rows[row].glyphs[at] = Glyph { sign, ink, wait };
    }

    fn number(&mut self, lane: Option<LaneId>, line: usize, start: usize) {
        let row = match lane {
            Some(lane) => self.row(lane),
            None => (self.above > 0).then_some(0),
        };
        let Some(row) = row else { return };
        for (place, digit) in (line + 1).to_string().chars().enumerate() {
            self.sign(row, start + 1 + place, digit, Ink::Line);
        }
        if self.differing.contains(&line) {
            self.sign(row, start, self.signs.differs, Ink::Differs);
        }
    }

    fn wake(&mut self, woken: Option<LaneId>, by: By, start: usize) {
        let Some(lane) = woken else { return };
        let sign = match by {
            By::Lane(waker) if waker != lane => return self.arrow(Some(waker), lane, start),
            By::Lane(_) | By::Yield => self.signs.itself,
            By::Clock => self.signs.clock,
            By::Driver | By::Thread | By::Unknown => self.signs.outside,
        };
        if let Some(row) = self.row(lane) {
            self.sign(row, start, sign, Ink::Outside);
        }
    }

    /// From the row of one lane to that of another, across those between them.
    fn arrow(&mut self, from: Option<LaneId>, to: LaneId, start: usize) {
        let Some(to) = self.row(to) else { return };
        let Some(from) = from.and_then(|lane| self.row(lane)) else { return };
        let signs = self.signs;
        let (base, head) = match from.cmp(&to) {
            Ordering::Less => (signs.from_above, signs.down),
            Ordering::Greater => (signs.from_below, signs.up),
            Ordering::Equal => return,
        };
        for row in from.min(to) + 1..from.max(to) {
            self.sign(row, start, signs.passes, Ink::Arrow);
        }
        self.joins_its_end(from, start);
        self.sign(from, start, base, Ink::Arrow);
        self.sign(to, start, head, Ink::Arrow);
    }

    /// A lane that wakes another when it is over is joined to its arrow.
    fn joins_its_end(&mut self, row: usize, start: usize) {
        let glyphs = &mut self.grid.rows[row].glyphs;
        let is_drawn = |glyph: &Glyph| glyph.ink != Ink::Blank;
        let Some(end) = glyphs[..start].iter().rposition(is_drawn) else { return };
        for glyph in &mut glyphs[end + 1..start] {
            (glyph.sign, glyph.ink) = (self.signs.over, Ink::Arrow);
        }
    }
}
