//! What a run shows beside its lines: what was waited for at once, which poll held the thread, which
//! tasks there were and what became of them.

use std::collections::HashMap;
use std::time::Duration;

use playback::{OpenWait, Recording, What};
use records::{Event, How, Kind, LaneId, Place, Resource};

/// The learner's file, as the recorder names it.
pub const FILE: &str = "exercise.rs";

/// What a run shows.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Microseconds on the program's clock when `main` was over, or when the recording ends.
    pub ended_at: u64,
    /// How many timers and sockets were waited for at the same time, at the most.
    pub at_once: usize,
    /// The lines of the learner's file at which a timer or a socket was waited for, in the order of the waits.
    pub timers: Vec<Place>,
    /// The poll that took the longest on the wall, what polls inside it took left out.
    pub longest: Option<Poll>,
    /// How many tasks were spawned.
    pub tasks: usize,
    /// The tasks that were cut off because `main` was over.
    pub left: Vec<Left>,
    /// Whether anybody ever waited for a task.
    pub joined: bool,
    /// How often the lane that ran most often ran, and which.
    pub busiest: Option<(LaneId, usize)>,
}

/// A poll, or a step of a coroutine.
#[derive(Clone, Debug)]
pub struct Poll {
    /// Whose.
    pub lane: LaneId,
    /// How long it took, on the wall.
    pub took: Duration,
    /// The line of the learner's file that it went on from: its last await, or where it was spawned.
    pub after: Option<Place>,
}

/// A task that was cut off.
#[derive(Clone, Debug)]
pub struct Left {
    /// Its name.
    pub name: String,
    /// Where it was spawned.
    pub place: Option<Place>,
}

impl Evidence {
    /// What this run shows.
    pub fn of(recording: &Recording) -> Self {
        let mut seen = Seen::default();
        for record in &recording.records {
            seen.follow(record);
        }
        let mut evidence = seen.evidence;
        // A program that builds its runtimes itself has a root for each `block_on`.
        let roots = recording.lanes.iter().filter(|lane| lane.kind == Kind::Root);
        let last = roots.filter_map(|root| root.ended_at).max();
        evidence.ended_at = last.unwrap_or_else(|| recording.last_activity());
        evidence.at_once = timers_at_once(recording);
        evidence.busiest =
            seen.runs.into_iter().max_by_key(|(lane, times)| (*times, std::cmp::Reverse(*lane)));
        let is_left = |lane: &&playback::Lane| {
            // What a library has spawned is its own affair.
            lane.kind == Kind::Task
                && lane.place.is_some()
                && lane.end == Some(How::Cancelled)
                && seen.after.contains(&lane.number)
        };
        evidence.left = recording
            .lanes
            .iter()
            .filter(is_left)
            .map(|lane| Left { name: lane.name.clone(), place: lane.place.clone() })
            .collect();
        evidence
    }
}

/// Whether what is waited on takes its time whatever the tasks do.
fn is_timed(on: Resource) -> bool {
    on.is_timer() || on == Resource::Socket
}

/// How many timers and sockets are waited for after the step in which they are the most.
fn timers_at_once(recording: &Recording) -> usize {
    let is_timer = |wait: &&OpenWait| is_timed(wait.on);
    let mut open: HashMap<LaneId, usize> = HashMap::new();
    let (mut now, mut most) = (0, 0);
    for step in recording.steps() {
        let Some(lane) = step.lane else { continue };
        let timers = match &step.what {
            What::Suspends { waits, .. } => waits.iter().filter(is_timer).count(),
            What::Runs | What::Ends(_) => 0,
            _ => continue,
        };
        let before = std::mem::replace(open.entry(lane).or_default(), timers);
        now = now + timers - before;
        most = most.max(now);
    }
    most
}

#[derive(Default)]
struct Seen {
    evidence: Evidence,
    /// The roots that are under way.
    roots: Vec<LaneId>,
    /// The lanes that ended when no root was under way.
    after: Vec<LaneId>,
    /// The polls under way on each thread, innermost last.
    begun: HashMap<u32, Vec<Begun>>,
    /// The calls on threads of the blocking pool, which may block.
    blocking: Vec<LaneId>,
    places: HashMap<LaneId, Place>,
    runs: HashMap<LaneId, usize>,
}

/// A poll under way.
struct Begun {
    lane: LaneId,
    /// When it began, on the wall.
    wall: u64,
    /// How much of it the polls inside it took, in microseconds.
    inside: u64,
    after: Option<Place>,
}

impl Seen {
    /// A poll is over. What counts is the time that it took itself: the lane inside which another one
    /// blocks has done nothing.
    fn stops(&mut self, thread: u32, lane: LaneId, wall: u64) {
        let begun = self.begun.entry(thread).or_default();
        let Some(place) = begun.iter().rposition(|poll| poll.lane == lane) else { return };
        let poll = begun.remove(place);
        let took = wall.saturating_sub(poll.wall);
        if let Some(outer) = place.checked_sub(1).and_then(|outer| begun.get_mut(outer)) {
            outer.inside += took;
        }
        let took = Duration::from_micros(took.saturating_sub(poll.inside));
        let longest = self.evidence.longest.as_ref();
        if !self.blocking.contains(&lane) && longest.is_none_or(|longest| longest.took < took) {
            self.evidence.longest = Some(Poll { lane, took, after: poll.after });
        }
    }

    fn follow(&mut self, record: &records::Record) {
        match &record.event {
            Event::Appears { lane, kind, place, .. } => {
                match kind {
                    Kind::Root => self.roots.push(*lane),
                    Kind::Task => self.evidence.tasks += 1,
                    Kind::Blocking => self.blocking.push(*lane),
                    Kind::Coroutine => {}
                }
                if let Some(place) = place.clone().filter(|place| place.file == FILE) {
                    self.places.insert(*lane, place);
                }
            }
            Event::Runs { lane } => {
                let after = self.places.get(lane).cloned();
                let poll = Begun { lane: *lane, wall: record.wall, inside: 0, after };
                self.begun.entry(record.thread).or_default().push(poll);
                *self.runs.entry(*lane).or_default() += 1;
            }
            Event::Stops { lane, .. } => self.stops(record.thread, *lane, record.wall),
            Event::Waits { lane, on, place, within, .. } => {
                let mut own = within.iter().rev().map(|frame| &frame.place).chain(place);
                let own = own.find(|place| place.file == FILE).cloned();
                if let Some(place) = &own {
                    self.places.insert(*lane, place.clone());
                }
                match *on {
                    on if is_timed(on) => self.evidence.timers.extend(own),
                    Resource::Join | Resource::JoinNext => self.evidence.joined = true,
                    _ => {}
                }
            }
            Event::Ends { lane, .. } => {
                self.roots.retain(|root| root != lane);
                if self.roots.is_empty() {
                    self.after.push(*lane);
                }
            }
            _ => {}
        }
    }
}
