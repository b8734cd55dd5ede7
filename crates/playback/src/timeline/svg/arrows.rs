//! Who makes whom, and who wakes whom.

use records::{By, Kind, LaneId};

use crate::Recording;
use crate::steps::{Step, What};

use super::axis::{Axis, Holds};
use super::lives::{Life, Look, Rows};

/// How far into its column an arrow stands.
const INSET: f64 = 7.0;

/// An arrow from one row to another, or from above.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrow {
    /// What it says.
    pub says: Says,
    /// Where it stands.
    pub x: f64,
    /// Where it comes from.
    pub from: From,
    /// The row that it points to.
    pub to: usize,
}

/// What an arrow says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// One lane spawns another, or hands a call to a thread.
    Spawns,
    /// One lane polls a coroutine inside it for the first time.
    Polls,
    /// One lane wakes another.
    Wakes,
}

/// Where an arrow comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum From {
    /// A row, and where its last bar ends if that is over.
    Row(usize, Option<f64>),
    /// A timer.
    Clock,
    /// The operating system.
    System,
    /// A thread that is none of the runtime's.
    Thread,
}

impl Arrow {
    /// The rows between which it passes, as the rows whose lower edge it crosses.
    pub fn crosses(&self, row: usize) -> bool {
        match self.from {
            From::Row(from, _) => (from.min(self.to)..from.max(self.to)).contains(&row),
            _ => row < self.to,
        }
    }
}

/// The arrows of a drawing.
pub fn arrows(
    recording: &Recording,
    steps: &[Step],
    axis: &Axis,
    (lives, rows): (&[Life], Rows),
) -> Vec<Arrow> {
    let mut arrows = Vec::new();
    for (slot, column) in axis.slots.iter().enumerate() {
        let Holds::Step(place) = column.holds else { continue };
        let step = &steps[place];
        let from_lane = |lane: LaneId| {
            let row = rows.of(lane)?;
            Some(From::Row(row, over(&lives[row], slot).map(|slot| axis.x(slot))))
        };
        let found = match &step.what {
            What::Makes(made) => match recording.lane(*made).map(|lane| lane.kind) {
                Some(Kind::Coroutine) => Some((Says::Polls, step.lane.and_then(from_lane), *made)),
                _ => Some((Says::Spawns, step.lane.and_then(from_lane), *made)),
            },
            What::IsWoken(by) => {
                let from = match by {
                    By::Lane(lane) => from_lane(*lane),
                    By::Clock => Some(From::Clock),
                    By::Driver => Some(From::System),
                    By::Thread => Some(From::Thread),
                    By::Yield | By::Unknown => None,
                };
                step.lane.map(|lane| (Says::Wakes, from, lane))
            }
            _ => None,
        };
        let Some((says, Some(from), lane)) = found else { continue };
        let Some(to) = rows.of(lane) else { continue };
        if !matches!(from, From::Row(row, _) if row == to) {
            arrows.push(Arrow { says, x: column.x + INSET, from, to });
        }
    }
    arrows
}

/// If the row has no bar in a column, the column at which its last bar before it, or the sign of its end,
/// is over.
fn over(life: &Life, slot: usize) -> Option<usize> {
    let last = life.stretches.iter().rev().find(|stretch| stretch.from <= slot)?;
    let marked =
        life.marks.iter().rev().find(|(place, _)| *place < slot).map_or(0, |mark| mark.0 + 1);
    (last.to <= slot && last.look != Look::LeftOut).then_some(last.to.max(marked))
}
