//! Finds what precedes each line in every schedule: a walk along the recording, with what is known
//! of each lane.
//!
//! An edge counts only where nothing else could have supplied it: program order inside a lane, a
//! spawn and what the new lane does first, the end of a lane and the await of that very lane, a
//! value of a oneshot. Where another schedule could have gone the other way, as with a lock, a
//! permit, `join_next`, a second sender or an arm of `select!`, there is none.

use std::collections::HashMap;

use fixedbitset::FixedBitSet;
use records::{Among, By, Event, Kind, Lane, Record, Threads};

use crate::choices::{Choices, is_any};
use crate::knowledge::{Knowledge, Wait};
use crate::order::same_instant;
use crate::recording::Recording;

/// A program that prints more than this is no lesson: the lines beyond are given no edges.
const MOST_LINES: usize = 5_000;

/// What so many can have at a time: the others wait.
const SCARCE: [&str; 5] = ["lock", "read", "write", "acquire", "send"];

/// What the walk found.
pub struct Edges {
    /// For each line, the lines that precede it in every schedule.
    pub before: Vec<FixedBitSet>,
    /// From this instant on, it depends on the schedule when things happen.
    pub horizon: u64,
}

/// Walks along a recording.
pub fn find(recording: &Recording) -> Edges {
    let choices = Choices::of(recording);
    let outside = Knowledge { is_branching: others_print(recording), ..Default::default() };
    let mut walk = Walk {
        lanes: HashMap::from([(None, outside)]),
        choices: &choices,
        requests: Vec::new(),
        next: recording.lines.len(),
    };
    let mut records = recording.records.iter();
    let mut walked = 0;
    let mut before = Vec::new();
    for (index, line) in recording.lines.iter().enumerate().take(MOST_LINES) {
        records.by_ref().take(line.after - walked).for_each(|record| walk.follow(record));
        walked = line.after;
        let lane = walk.lanes.entry(line.lane).or_default();
        before.push(lane.known.clone());
        lane.does(index);
    }
    records.for_each(|record| walk.follow(record));
    let horizon = choices.horizon.min(first_tie(&walk.requests, recording));
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
    lanes: HashMap<Option<Lane>, Knowledge>,
    choices: &'a Choices,
    requests: Vec<Request>,
    /// The number of the next node: lines and requests are counted together.
    next: usize,
}

/// A lane asked for a lock, a permit or a place in a channel.
struct Request {
    task: Lane,
    at: u64,
    node: usize,
    before: FixedBitSet,
}

impl Walk<'_> {
    fn lane(&mut self, lane: Lane) -> &mut Knowledge {
        self.lanes.entry(Some(lane)).or_default()
    }

    fn task(&self, lane: Lane) -> Lane {
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
            }
            Event::Runs { lane } => {
                let lane = self.lane(*lane);
                lane.polls += 1;
                lane.is_past_its_first_polls();
                lane.known_at_run.clone_from(&lane.known);
                lane.new_waits.clear();
            }
            Event::Waits { lane, on, among, beside, .. } => {
                self.waits(record.at, *lane, on, *among, *beside);
            }
            Event::Stops { lane, .. } => {
                let lane = self.lane(*lane);
                if !lane.new_waits.is_empty() {
                    lane.waits = std::mem::take(&mut lane.new_waits);
                }
            }
            Event::Takes { lane } => self.asks(record.at, *lane),
            Event::Wakes { lane, by: By::Lane(waker) } => self.wakes(*lane, *waker),
            Event::Ends { lane, .. } => self.ends(*lane),
            _ => {}
        }
    }

    fn waits(&mut self, at: u64, lane: Lane, on: &str, among: Option<Among>, beside: bool) {
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
        let is_one_of_many = on == "join_next" || (is_crowded && ["recv", "next"].contains(&on));
        if is_any(among) || is_one_of_many {
            lane.chooses();
        }
        lane.new_waits.push(Wait { on: on.to_owned(), among });
    }

    fn asks(&mut self, at: u64, lane: Lane) {
        let (task, node) = (self.task(lane), self.next);
        self.next += 1;
        let lane = self.lane(lane);
        let before = lane.known.clone();
        lane.does(node);
        self.requests.push(Request { task, at, node, before });
    }

    /// A lane that has ended wakes who awaits it; one that has not may have sent a value.
    fn wakes(&mut self, task: Lane, waker: Lane) {
        let (certain, has_ended) = {
            let waker = self.lane(waker);
            (waker.certain.clone(), waker.has_ended)
        };
        let on = if has_ended { "join" } else { "oneshot" };
        let tasks = &self.choices.tasks;
        let awaits = |(lane, knowledge): &(&Option<Lane>, &mut Knowledge)| {
            let is_of_task = lane.is_some_and(|lane| tasks.get(&lane) == Some(&task));
            is_of_task && knowledge.waits.iter().any(|wait| wait.on == on)
        };
        let mut waiting: Vec<_> = self.lanes.iter_mut().filter(|lane| awaits(lane)).collect();
        if let [(_, waiting)] = &mut waiting[..]
            && waiting.needs_its_wakers()
        {
            waiting.learns(&certain);
        }
    }

    fn ends(&mut self, lane: Lane) {
        let ended = self.lanes.entry(Some(lane)).or_default();
        ended.is_past_its_branches();
        ended.has_ended = true;
        ended.waits.clear();
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
