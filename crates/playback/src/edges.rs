//! Finds what precedes each line in every schedule: a walk along the recording, with what is known
//! of each lane.
//!
//! An edge counts only where nothing else could have supplied it: program order inside a lane, a
//! spawn and what the new lane does first, the end of a lane and the await of that very lane, a
//! value of a oneshot. Where another schedule could have gone the other way, as with a lock, a
//! permit, `join_next`, a second sender or an arm of `select!`, there is none.

use std::collections::{BTreeSet, HashMap};

use records::{Among, By, Event, Kind, LaneId, Record, Resource, Threads};

use crate::choices::{Choices, is_any};
use crate::instant::same_instant;
use crate::knowledge::{Knowledge, Waits};
use crate::nodes::Nodes;
use crate::recording::Recording;

/// A program that prints more than this is no lesson: the lines beyond are given no edges.
const MOST_LINES: usize = 5_000;

/// Nor is one whose tasks ask for locks, permits and places more often than this: what happens from
/// then on is taken to depend on the schedule.
const MOST_REQUESTS: usize = 5_000;

/// What is known of all lanes may take so many bits, so that where there are more than some ten
/// thousand of them, fewer lines and requests are given edges.
const MOST_BITS: usize = 8 * (64 << 20);

/// What so many can have at a time: the others wait.
const SCARCE: [Resource; 5] =
    [Resource::Lock, Resource::Read, Resource::Write, Resource::Acquire, Resource::Send];

/// What the walk found.
pub struct Edges {
    /// For each line, the lines that precede it in every schedule.
    pub before: Vec<Nodes>,
    /// From this instant on, it depends on the schedule when things happen.
    pub horizon: u64,
}

/// Walks along a recording.
pub fn find(recording: &Recording) -> Edges {
    let choices = Choices::of(recording);
    let outside = Knowledge { is_branching: others_print(recording), ..Default::default() };
    let room = MOST_BITS / (8 * recording.lanes.len().max(1));
    let lines = MOST_LINES.min(room).min(recording.lines.len());
    let mut walk = Walk {
        lanes: HashMap::from([(None, outside)]),
        choices: &choices,
        awaiting_end: BTreeSet::new(),
        awaiting_value: BTreeSet::new(),
        requests: Vec::new(),
        most_requests: MOST_REQUESTS.min(room),
        next: lines,
        horizon: choices.horizon,
    };
    let mut records = recording.records.iter();
    let mut walked = 0;
    let mut before = Vec::new();
    for (index, line) in recording.lines.iter().enumerate().take(lines) {
        records.by_ref().take(line.after - walked).for_each(|record| walk.follow(record));
        walked = line.after;
        let lane = walk.lanes.entry(line.lane).or_default();
        before.push(lane.known.clone());
        lane.does(index);
    }
    records.for_each(|record| walk.follow(record));
    let horizon = walk.horizon.min(first_tie(&walk.requests, recording));
    Edges { before, horizon }
}

/// Whether somebody may print of whom the recording tells nothing: threads of the program's own, or
/// of a runtime that has several.
fn others_print(recording: &Recording) -> bool {
    let is_foreign = |record: &Record| match record.event {
        Event::Wakes { by: By::Thread, .. } => true,
        Event::Returns { others } | Event::Limit { others } => others != Some(0),
        _ => false,
    };
    recording.threads == Some(Threads::Several) || recording.records.iter().any(is_foreign)
}

/// The walk: what is known of each lane at one point of the recording.
struct Walk<'a> {
    /// `None` is what runs outside the runtime.
    lanes: HashMap<Option<LaneId>, Knowledge>,
    choices: &'a Choices,
    /// The lanes that await a task's end, each after the task that it is part of.
    awaiting_end: BTreeSet<(LaneId, LaneId)>,
    /// Those that await a oneshot's value.
    awaiting_value: BTreeSet<(LaneId, LaneId)>,
    requests: Vec<Request>,
    most_requests: usize,
    /// The number of the next node: lines and requests are counted together.
    next: usize,
    /// From this instant on, it depends on the schedule when things happen.
    horizon: u64,
}

/// A lane asked for a lock, a permit or a place in a channel.
struct Request {
    task: LaneId,
    at: u64,
    node: usize,
    before: Nodes,
}

impl Walk<'_> {
    fn lane(&mut self, lane: LaneId) -> &mut Knowledge {
        self.lanes.entry(Some(lane)).or_default()
    }

    fn task(&self, lane: LaneId) -> LaneId {
        self.choices.tasks.get(&lane).copied().unwrap_or(lane)
    }

    fn follow(&mut self, record: &Record) {
        match &record.event {
            Event::Appears { lane, kind, parent, among, beside, .. } => {
                let of_parent = self.lanes.entry(*parent).or_default();
                if *beside && *kind != Kind::Coroutine {
                    of_parent.branches();
                }
                let new = of_parent.child(*parent, *kind, *among, *beside);
                self.lanes.insert(Some(*lane), new);
                self.awaits(*lane, Waits::default());
            }
            Event::Runs { lane } => {
                let lane = self.lane(*lane);
                lane.polls += 1;
                lane.is_past_its_first_polls();
                lane.known_at_run.clone_from(&lane.known);
                lane.new_waits = None;
            }
            Event::Waits { lane, on, among, beside, .. } => {
                self.waits(record.at, *lane, *on, *among, *beside);
            }
            Event::Stops { lane, .. } => {
                if let Some(waits) = self.lane(*lane).new_waits.take() {
                    self.awaits(*lane, waits);
                }
            }
            Event::Takes { lane } => self.asks(record.at, *lane),
            Event::Wakes { lane, by: By::Lane(waker) } => self.wakes(*lane, *waker),
            Event::Ends { lane, .. } => self.ends(*lane),
            _ => {}
        }
    }

    fn waits(&mut self, at: u64, lane: LaneId, on: Resource, among: Option<Among>, beside: bool) {
        if SCARCE.contains(&on) {
            self.asks(at, lane);
        }
        let is_crowded = self.choices.crowded.contains(&self.task(lane));
        let lane = self.lane(lane);
        if beside {
            lane.branches();
        } else {
            lane.is_past_its_branches();
        }
        let is_one_of_many = on == Resource::JoinNext
            || (is_crowded && [Resource::Recv, Resource::Next].contains(&on));
        if is_any(among) || is_one_of_many {
            lane.chooses();
        }
        lane.new_waits.get_or_insert_default().add(on, among);
    }

    /// A lane awaits this and nothing else.
    fn awaits(&mut self, lane: LaneId, waits: Waits) {
        self.lane(lane).waits = waits;
        let Some(task) = self.choices.tasks.get(&lane) else { return };
        let lists =
            [(&mut self.awaiting_end, waits.join), (&mut self.awaiting_value, waits.oneshot)];
        for (list, is_in_it) in lists {
            if is_in_it {
                list.insert((*task, lane));
            } else {
                list.remove(&(*task, lane));
            }
        }
    }

    fn asks(&mut self, at: u64, lane: LaneId) {
        if self.requests.len() == self.most_requests {
            self.horizon = self.horizon.min(at);
            return;
        }
        let (task, node) = (self.task(lane), self.next);
        self.next += 1;
        let lane = self.lane(lane);
        let before = lane.known.clone();
        lane.does(node);
        self.requests.push(Request { task, at, node, before });
    }

    /// A lane that has ended wakes who awaits it; one that has not may have sent a value.
    fn wakes(&mut self, task: LaneId, waker: LaneId) {
        let (certain, has_ended) = {
            let waker = self.lane(waker);
            (waker.certain.clone(), waker.has_ended)
        };
        let list = if has_ended { &self.awaiting_end } else { &self.awaiting_value };
        let mut waiting =
            list.range((task, LaneId::MIN)..=(task, LaneId::MAX)).map(|(_, lane)| *lane);
        if let (Some(waiting), None) = (waiting.next(), waiting.next()) {
            let waiting = self.lane(waiting);
            if waiting.needs_its_wakers() {
                waiting.learns(&certain);
            }
        }
    }

    fn ends(&mut self, lane: LaneId) {
        self.awaits(lane, Waits::default());
        let ended = self.lanes.entry(Some(lane)).or_default();
        ended.is_past_its_branches();
        ended.has_ended = true;
        let (mut known, certain) = (ended.known.clone(), ended.certain.clone());
        let (parent, among, branch_of_poll) = (ended.parent, ended.among, ended.branch_of_poll);
        let parent = self.lanes.entry(parent).or_default();
        match among {
            Some(Among::All) => parent.certain.union_with(&certain),
            Some(Among::Any) => {
                parent.chooses();
                known = certain;
            }
            Some(Among::Next) => return parent.chooses(),
            None => return,
        }
        if branch_of_poll == Some(parent.polls) {
            parent.of_quick_branches.union_with(&known);
        } else {
            parent.learns(&known);
        }
    }
}

/// The first instant at which two tasks asked for a lock, a permit or a place in a channel and
/// nothing tells who was first.
fn first_tie(requests: &[Request], recording: &Recording) -> u64 {
    let apart = same_instant(recording.clock);
    let mut first = u64::MAX;
    for (index, later) in requests.iter().enumerate() {
        let earlier = requests[..index].iter().rev();
        let is_at_once = |earlier: &&Request| later.at.saturating_sub(earlier.at) < apart;
        let is_tie =
            |earlier: &Request| earlier.task != later.task && !later.before.contains(earlier.node);
        if later.at < first && earlier.take_while(is_at_once).any(is_tie) {
            first = later.at;
        }
    }
    first
}
