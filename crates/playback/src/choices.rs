//! Where a run went one way and another schedule could have gone another: an arm of a `select!`, the
//! task that a `join_next` gives, a message of one of several senders, a notification that may come
//! too early.

use std::collections::{HashMap, HashSet};

use records::{Among, By, Event, Kind, LaneId, Resource};

use crate::instant::same_instant;
use crate::recording::Recording;

/// What a lane misses if it comes too late.
const FLEETING: [Resource; 4] =
    [Resource::Notified, Resource::Watch, Resource::Broadcast, Resource::Barrier];

/// The choices that a recording shows.
pub struct Choices {
    /// The instant of the first that decides when something happens.
    pub horizon: u64,
    /// The task that each lane is part of.
    pub tasks: HashMap<LaneId, LaneId>,
    /// The tasks that several lanes sent messages to.
    pub crowded: HashSet<LaneId>,
}

impl Choices {
    /// The choices of this recording.
    pub fn of(recording: &Recording) -> Self {
        let tasks = tasks(recording);
        let crowded = crowded(recording, &tasks);
        let runs = Runs::of(recording, &tasks);
        let mut horizon = u64::MAX;
        let mut waiting: HashMap<LaneId, Waiting> = HashMap::new();
        for record in &recording.records {
            let Some(lane) = lane_of(&record.event) else { continue };
            let task = tasks.get(&lane).copied().unwrap_or(lane);
            let waiting = waiting.entry(task).or_default();
            match &record.event {
                Event::Waits { on, .. } if FLEETING.contains(on) => {
                    horizon = horizon.min(record.at);
                }
                Event::Waits { on, among, .. } => {
                    let for_any = is_any(*among) || *on == Resource::JoinNext;
                    waiting.new_for_any = Some(for_any || waiting.new_for_any == Some(true));
                }
                Event::Appears { among, .. } if is_any(*among) => {
                    waiting.branches.insert(lane);
                }
                Event::Ends { .. } => {
                    waiting.branches.remove(&lane);
                }
                Event::Wakes { by, .. } => waiting.woken.push(*by),
                Event::Runs { .. } if lane == task => {
                    let woken = std::mem::take(&mut waiting.woken);
                    if waiting.is_for_any() && runs.could_have_chosen(record.at, task, &woken) {
                        horizon = horizon.min(record.at);
                    }
                }
                Event::Stops { .. } if lane == task => waiting.stops(),
                _ => {}
            }
        }
        Self { horizon, tasks, crowded }
    }
}

/// What a task waits for and who has woken it.
#[derive(Default)]
struct Waiting {
    for_any: bool,
    /// The same as far as it began to wait in this run, if it did.
    new_for_any: Option<bool>,
    /// Its coroutines of which it needs one or another.
    branches: HashSet<LaneId>,
    woken: Vec<By>,
}

impl Waiting {
    fn is_for_any(&self) -> bool {
        self.for_any || !self.branches.is_empty()
    }

    /// What it began to wait on counts; if that is nothing, it waits as before.
    fn stops(&mut self) {
        self.for_any = self.new_for_any.take().unwrap_or(self.for_any);
    }
}

/// How often tasks ran at each instant.
struct Runs {
    width: u64,
    of_all: HashMap<u64, usize>,
    of_each: HashMap<(u64, LaneId), usize>,
}

impl Runs {
    fn of(recording: &Recording, tasks: &HashMap<LaneId, LaneId>) -> Self {
        let width = same_instant(recording.clock);
        let mut runs = Self { width, of_all: HashMap::new(), of_each: HashMap::new() };
        for record in &recording.records {
            if let Event::Runs { lane } = record.event
                && tasks.get(&lane) == Some(&lane)
            {
                let bucket = record.at / width;
                *runs.of_all.entry(bucket).or_default() += 1;
                *runs.of_each.entry((bucket, lane)).or_default() += 1;
            }
        }
        runs
    }

    /// Whether something else happened at this instant that could have been first: a task ran other
    /// than this one and the one that woke it, or it was woken twice.
    fn could_have_chosen(&self, at: u64, task: LaneId, woken: &[By]) -> bool {
        let bucket = at / self.width;
        let of_others: usize = (bucket.saturating_sub(1)..=bucket.saturating_add(1))
            .filter_map(|near| {
                let own = self.of_each.get(&(near, task)).copied().unwrap_or(0);
                Some(self.of_all.get(&near)? - own)
            })
            .sum();
        let of_the_waker = usize::from(matches!(woken, [By::Lane(_)]));
        woken.len() > 1 || of_others > of_the_waker
    }
}

/// The task that each lane is part of: itself, or for a coroutine that of its parent.
fn tasks(recording: &Recording) -> HashMap<LaneId, LaneId> {
    let mut tasks = HashMap::new();
    for lane in &recording.lanes {
        let of_parent = lane.parent.and_then(|parent| tasks.get(&parent).copied());
        let task = of_parent.filter(|_| lane.kind == Kind::Coroutine).unwrap_or(lane.number);
        tasks.insert(lane.number, task);
    }
    tasks
}

/// The tasks that were woken for a message by several lanes.
fn crowded(recording: &Recording, tasks: &HashMap<LaneId, LaneId>) -> HashSet<LaneId> {
    let mut receives: HashMap<LaneId, bool> = HashMap::new();
    let mut senders: HashMap<LaneId, HashSet<LaneId>> = HashMap::new();
    for record in &recording.records {
        match &record.event {
            Event::Waits { lane, on, .. } => {
                let task = tasks.get(lane).unwrap_or(lane);
                *receives.entry(*task).or_default() = matches!(on, Resource::Recv | Resource::Next);
            }
            Event::Wakes { lane, by: By::Lane(sender) } if receives.get(lane) == Some(&true) => {
                senders.entry(*lane).or_default().insert(*sender);
            }
            _ => {}
        }
    }
    senders.retain(|_, senders| senders.len() > 1);
    senders.into_keys().collect()
}

/// Whether who awaits goes on when one of several is over.
pub fn is_any(among: Option<Among>) -> bool {
    matches!(among, Some(Among::Any | Among::Next))
}

fn lane_of(event: &Event) -> Option<LaneId> {
    match event {
        Event::Appears { lane, .. }
        | Event::Runs { lane }
        | Event::Stops { lane, .. }
        | Event::Waits { lane, .. }
        | Event::Wakes { lane, .. }
        | Event::Ends { lane, .. } => Some(*lane),
        _ => None,
    }
}
