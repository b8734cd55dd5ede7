//! A run as steps: who ran, printed, suspended, was woken, ended, and when the clock moved.

use std::collections::HashMap;

use records::{Among, By, Event, How, Kind, LaneId, Place, Record};

use crate::instant::same_instant;
use crate::polls::{Part, Polls};
use crate::recording::Recording;
use crate::state::OpenWait;

/// One step of a run. It is known by its place among all steps, from 0; shown, it counts from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Microseconds on the program's clock.
    pub at: u64,
    /// The lane that takes the step or that it happens to; none for the clock and for what is
    /// outside the runtime.
    pub lane: Option<LaneId>,
    /// What happens.
    pub what: What,
}

/// What happens in a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The lane makes another: it spawns a task, polls a coroutine for the first time, hands over a
    /// blocking call.
    Makes(LaneId),
    /// The lane runs: it is polled.
    Runs,
    /// The lane runs, and asyncio raises a CancelledError at its await. Told where it is certain: nothing
    /// else than a cancel ends a sleep before its time.
    Raises,
    /// The lane, which will not run again, is dropped, and its clean-up runs; in asyncio, it runs for the
    /// last time, and the CancelledError leaves it.
    IsDropped,
    /// The lane prints the line with this index.
    Prints(usize),
    /// The lane's poll is over, and the lane is not.
    Suspends {
        /// What it waits for: nothing of its own, if a coroutine inside it waits.
        waits: Vec<OpenWait>,
        /// Whether it was woken while it ran, so that it will run again at once.
        is_woken: bool,
    },
    /// The lane may run again.
    IsWoken(By),
    /// A panic begins in the lane.
    Panics {
        /// The panic's message.
        message: String,
        /// Where.
        place: Option<Place>,
    },
    /// The lane is over.
    Ends(How),
    /// The clock moves on from this instant.
    TimePasses(u64),
    /// The virtual clock reached its limit: nothing but timers, or nothing at all, is left to run.
    IsStuck,
}

/// What a lane is doing after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// New, or woken: it runs when its turn comes.
    Queued,
    /// Polled at this moment, or polling a coroutine inside it.
    Running,
    /// At an await.
    Suspended,
    /// It returned.
    Done,
    /// It was dropped before it returned.
    Cancelled,
    /// It panicked.
    Panicked,
}

impl State {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Suspended => "suspended",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Panicked => "panicked",
        }
    }
}

impl Step {
    /// The lane whose state this step changes, and its new state.
    pub fn change(&self) -> Option<(LaneId, State)> {
        let state = match &self.what {
            What::Makes(made) => return Some((*made, State::Queued)),
            What::Runs | What::Raises | What::IsDropped => State::Running,
            What::Suspends { is_woken: true, .. } | What::IsWoken(_) => State::Queued,
            What::Suspends { is_woken: false, .. } => State::Suspended,
            What::Ends(How::Done) => State::Done,
            What::Ends(How::Cancelled) => State::Cancelled,
            What::Ends(How::Panicked) => State::Panicked,
            What::Prints(_) | What::Panics { .. } | What::TimePasses(_) | What::IsStuck => {
                return None;
            }
        };
        Some((self.lane?, state))
    }
}

impl Recording {
    /// The steps of the run, in order.
    ///
    /// Polls of a coroutine that change nothing, which a join makes of all its branches whenever one
    /// is woken, are left out.
    pub fn steps(&self) -> Vec<Step> {
        let mut walk = Walk {
            polls: Polls::of(self),
            apart: same_instant(self.clock),
            lanes: HashMap::new(),
            steps: Vec::new(),
            at: 0,
        };
        let mut lines = self.lines.iter().enumerate().peekable();
        for (place, record) in self.records.iter().enumerate() {
            while let Some((index, line)) = lines.next_if(|(_, line)| line.after <= place) {
                walk.takes(line.at, line.lane, What::Prints(index));
            }
            walk.follow(place, record);
        }
        for (index, line) in lines {
            walk.takes(line.at, line.lane, What::Prints(index));
        }
        walk.steps
    }
}

struct Walk {
    polls: Polls,
    /// Instants closer than this count as the same.
    apart: u64,
    lanes: HashMap<LaneId, Progress>,
    steps: Vec<Step>,
    at: u64,
}

/// What a lane is doing.
#[derive(Default)]
struct Progress {
    is_queued: bool,
    is_running: bool,
    waits: Vec<OpenWait>,
    /// What it began to wait on in this poll.
    new_waits: Vec<OpenWait>,
    /// How many coroutines are inside it.
    coroutines: usize,
    /// The lane whose coroutine it is.
    holder: Option<LaneId>,
}

impl Progress {
    /// A wait at another await follows one that was over at once.
    fn begins_to_wait(&mut self, wait: OpenWait, is_alone: bool) {
        if is_alone {
            self.new_waits.retain(|before| before.place == wait.place);
        }
        if !self.new_waits.contains(&wait) {
            self.new_waits.push(wait);
        }
    }

    /// A waker that is left already is not left again, so what was waited for may be so still: if
    /// nothing is, or if of several things at one await, a `select!` in a loop, only some are.
    fn stops(&mut self) -> Vec<OpenWait> {
        if !self.new_waits.is_empty() || self.coroutines > 0 {
            let new = std::mem::take(&mut self.new_waits);
            let is_same_await =
                new.first().and_then(|wait| wait.place.as_ref()).is_some_and(|at| {
                    let is_there = |wait: &OpenWait| wait.place.as_ref() == Some(at);
                    self.waits.iter().all(is_there)
                        && new.iter().all(|wait| self.waits.contains(wait))
                });
            if !is_same_await {
                self.waits = new;
            }
        }
        self.waits.clone()
    }
}

impl Walk {
    fn takes(&mut self, at: u64, lane: Option<LaneId>, what: What) {
        let at = at.max(self.at);
        let has_begun = !self.steps.is_empty();
        if has_begun && at >= self.at.saturating_add(self.apart) {
            self.steps.push(Step { at, lane: None, what: What::TimePasses(self.at) });
        }
        self.at = at;
        self.steps.push(Step { at, lane, what });
    }

    fn lane(&mut self, lane: LaneId) -> &mut Progress {
        self.lanes.entry(lane).or_default()
    }

    fn follow(&mut self, place: usize, record: &Record) {
        let at = record.at;
        match &record.event {
            Event::Appears { lane, parent, kind, .. } => {
                let holder = parent.filter(|_| *kind == Kind::Coroutine);
                *self.lane(*lane) = Progress { is_queued: true, holder, ..Progress::default() };
                if let Some(holder) = holder {
                    self.lane(holder).coroutines += 1;
                }
                self.takes(at, *parent, What::Makes(*lane));
            }
            Event::Runs { lane } => {
                let doing = self.lane(*lane);
                (doing.is_queued, doing.is_running) = (false, true);
                match self.polls.part(place) {
                    Part::Life => self.takes(at, Some(*lane), What::Runs),
                    Part::Raises => self.takes(at, Some(*lane), What::Raises),
                    Part::Drop => self.takes(at, Some(*lane), What::IsDropped),
                    Part::Nothing => {}
                }
            }
            Event::Waits { lane, on, place, among, beside, .. } => {
                let wait = OpenWait { on: *on, place: place.clone() };
                let is_alone = *among == Some(Among::All) && !beside;
                self.lane(*lane).begins_to_wait(wait, is_alone);
            }
            Event::Stops { lane, .. } => {
                let doing = self.lane(*lane);
                doing.is_running = false;
                let (waits, is_woken) = (doing.stops(), doing.is_queued);
                if self.polls.part(place) == Part::Life {
                    self.takes(at, Some(*lane), What::Suspends { waits, is_woken });
                }
            }
            Event::Wakes { lane, by } => {
                // Who is over is woken in vain, and whoever kept its waker cannot know.
                let Some(doing) = self.lanes.get_mut(lane) else { return };
                // Who is woken while it runs goes on running; its next suspension says so.
                let was_queued = std::mem::replace(&mut doing.is_queued, true);
                if !was_queued && !doing.is_running {
                    self.takes(at, Some(*lane), What::IsWoken(*by));
                }
            }
            Event::Panics { lane, message, place } => {
                let (message, place) = (message.clone(), place.clone());
                self.takes(at, *lane, What::Panics { message, place });
            }
            Event::Ends { lane, how } => {
                let ended = self.lanes.remove(lane).unwrap_or_default();
                if let Some(holder) = ended.holder.and_then(|holder| self.lanes.get_mut(&holder)) {
                    holder.coroutines = holder.coroutines.saturating_sub(1);
                }
                self.takes(at, Some(*lane), What::Ends(*how));
            }
            Event::Limit { .. } => self.takes(at, None, What::IsStuck),
            Event::Begins { .. } | Event::Takes { .. } | Event::Returns { .. } => {}
        }
    }
}
