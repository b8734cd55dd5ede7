//! What each row shows: stretches of one state, and what happens in them.

use std::collections::{HashMap, HashSet};

use records::{Clock, How, Kind, LaneId};

use crate::Recording;
use crate::state::OpenWait;
use crate::steps::{State, Step, What};
use crate::timeline::fold::{Folded, Row};

use super::axis::{Axis, Holds};

/// A poll of this many microseconds blocks its thread.
const BLOCKS: u64 = 50_000;

/// A row of the drawing.
#[derive(Debug)]
pub struct Life {
    /// What it is called.
    pub name: String,
    /// Whether it is inside another lane.
    pub is_coroutine: bool,
    /// The stretches, from the left.
    pub stretches: Vec<Stretch>,
    /// What happens in it, with the place of the column.
    pub marks: Vec<(usize, Mark)>,
}

/// A stretch of one state.
#[derive(Debug)]
pub struct Stretch {
    /// How it looks.
    pub look: Look,
    /// The first column.
    pub from: usize,
    /// The column after the last.
    pub to: usize,
    /// What is waited for.
    pub waits: Vec<OpenWait>,
}

/// How a stretch looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// New, or woken.
    Queued,
    /// Polled.
    Running,
    /// In a poll so long that it holds up all others.
    Blocking,
    /// At an await.
    Suspended,
    /// Steps are left out.
    LeftOut,
}

/// Something that happens at one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The line with this index is printed.
    Line(usize),
    /// A panic begins.
    Panic,
    /// The lane is over.
    End(How),
}

/// The rows of a drawing: first what is outside the runtime, if anything happens there.
pub fn lives<'a>(
    recording: &Recording,
    steps: &[Step],
    folded: &'a Folded,
    axis: &Axis,
) -> (Vec<Life>, Rows<'a>) {
    let states = folded.states(steps);
    let blocked = blocked(recording, steps);
    let outside = |step: &Step| {
        step.lane.is_none() && matches!(step.what, What::Prints(_) | What::Panics { .. })
    };
    let rows = Rows { folded, outside: usize::from(steps.iter().any(outside)) };
    let mut lives: Vec<Life> = Vec::new();
    if rows.outside > 0 {
        let mut life = Life::new(recording.name(None), false);
        life.mark(steps, axis, |step| step.lane.is_none());
        lives.push(life);
    }
    for (index, row) in folded.rows.iter().enumerate() {
        let is_coroutine =
            |lane: &LaneId| recording.lane(*lane).is_some_and(|lane| lane.kind == Kind::Coroutine);
        let mut life = Life::new(&row.name, row.lanes.iter().all(is_coroutine));
        let in_row = |step: &Step| step.lane.is_some_and(|lane| folded.row(lane) == Some(index));
        life.mark(steps, axis, in_row);
        for (slot, column) in axis.slots.iter().enumerate() {
            let (step, state) = (place(&column.holds), states[slot][index]);
            let look = look(
                &column.holds,
                state,
                step.map(|step| &steps[step]).filter(|step| in_row(step)),
            );
            let is_blocking = |step| row.lanes.iter().any(|lane| blocked.contains(&(*lane, step)));
            match look {
                Some(Look::Running) if step.is_some_and(is_blocking) => {
                    life.goes_on(slot, Look::Blocking, None);
                }
                Some(look) => {
                    life.goes_on(slot, look, step.and_then(|step| waits(row, &steps[step])))
                }
                None => {}
            }
        }
        lives.push(life);
    }
    (lives, rows)
}

/// Which lane is in which row.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    folded: &'a Folded,
    outside: usize,
}

impl Rows<'_> {
    /// The row of a lane.
    pub fn of(&self, lane: LaneId) -> Option<usize> {
        Some(self.folded.row(lane)? + self.outside)
    }
}

impl Life {
    fn new(name: &str, is_coroutine: bool) -> Self {
        Self { name: name.to_owned(), is_coroutine, stretches: Vec::new(), marks: Vec::new() }
    }

    /// Whether it looks so anywhere.
    pub fn has(&self, look: Look) -> bool {
        self.stretches.iter().any(|stretch| stretch.look == look)
    }

    fn mark(&mut self, steps: &[Step], axis: &Axis, in_row: impl Fn(&Step) -> bool) {
        for (slot, column) in axis.slots.iter().enumerate() {
            let Some(step) = place(&column.holds).map(|step| &steps[step]) else { continue };
            let mark = match &step.what {
                What::Prints(line) => Mark::Line(*line),
                What::Panics { .. } => Mark::Panic,
                What::Ends(how) => Mark::End(*how),
                _ => continue,
            };
            if in_row(step) {
                self.marks.push((slot, mark));
            }
        }
    }

    fn goes_on(&mut self, slot: usize, look: Look, waits: Option<Vec<OpenWait>>) {
        match self.stretches.last_mut() {
            Some(last) if last.look == look && last.to == slot && waits.is_none() => last.to += 1,
            _ => {
                let waits = waits.unwrap_or_default();
                self.stretches.push(Stretch { look, from: slot, to: slot + 1, waits });
            }
        }
    }
}

/// The step of a column, if it is one.
fn place(holds: &Holds) -> Option<usize> {
    match holds {
        Holds::Step(step) | Holds::Jump(step) => Some(*step),
        Holds::LeftOut(_) => None,
    }
}

/// How a row looks in a column, from its state after it and its own step in it.
fn look(holds: &Holds, state: Option<State>, own: Option<&Step>) -> Option<Look> {
    match own.map(|step| &step.what) {
        Some(What::Ends(How::Done)) => return Some(Look::Running),
        Some(What::Ends(_)) => return None,
        _ => {}
    }
    let look = match state? {
        State::Queued => Look::Queued,
        State::Running => Look::Running,
        State::Suspended => Look::Suspended,
        State::Done | State::Cancelled | State::Panicked => return None,
    };
    Some(if matches!(holds, Holds::LeftOut(_)) { Look::LeftOut } else { look })
}

/// What the only lane of a row begins to wait for in a step.
fn waits(row: &Row, step: &Step) -> Option<Vec<OpenWait>> {
    match &step.what {
        What::Suspends { waits, .. } if row.lanes.len() == 1 && step.lane == Some(row.lanes[0]) => {
            Some(waits.clone())
        }
        _ => None,
    }
}

/// The steps during which a lane blocks its thread: on the real clock alone, for on the virtual one a
/// poll takes no time. A call on a thread of its own blocks nobody.
fn blocked(recording: &Recording, steps: &[Step]) -> HashSet<(LaneId, usize)> {
    let mut blocked = HashSet::new();
    if recording.clock != Some(Clock::Real) {
        return blocked;
    }
    let mut began: HashMap<LaneId, usize> = HashMap::new();
    for (place, step) in steps.iter().enumerate() {
        let Some(lane) = step.lane else { continue };
        match &step.what {
            What::Runs | What::Raises
                if recording.lane(lane).is_some_and(|lane| lane.kind != Kind::Blocking) =>
            {
                began.insert(lane, place);
            }
            What::Suspends { .. } | What::Ends(_) => {
                if let Some(first) = began.remove(&lane)
                    && step.at.saturating_sub(steps[first].at) >= BLOCKS
                {
                    blocked.extend((first..place).map(|step| (lane, step)));
                }
            }
            _ => {}
        }
    }
    blocked
}
