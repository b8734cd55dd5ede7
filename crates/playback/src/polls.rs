//! What each poll was for: tokio tells the drop of what a lane held as one poll more, and a join
//! polls all its branches whenever one of them is woken.

use std::collections::HashMap;

use records::{By, Event, How, Kind, LaneId, Resource};

use crate::recording::Recording;

/// What the beginning or the end of a poll is in the lane's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The lane runs, or suspends.
    Life,
    /// asyncio's task runs, and a CancelledError is raised where it waits.
    Raises,
    /// The lane, which will not run again, is dropped, and something comes of it.
    Drop,
    /// Nothing that concerns the lane.
    Nothing,
}

/// For each record that begins or ends a poll, what it is.
pub struct Polls(HashMap<usize, Part>);

/// The polls of a lane so far.
#[derive(Default)]
struct History {
    is_coroutine: bool,
    /// Whether it was woken since its last poll began, so that the next one is no drop.
    is_woken: bool,
    /// Whether that was before the timer it sleeps on has rung: it is cancelled.
    is_cancelled: bool,
    /// Where the last poll but one began and ended.
    before: Option<(usize, usize)>,
    last: Option<Pair>,
    /// What it waits on, by name and place.
    waits: Vec<(Resource, u32)>,
}

struct Pair {
    runs: usize,
    stops: Option<usize>,
    /// Whether the thread wrote nothing between the poll before and this one.
    follows: bool,
    has_effect: bool,
    waits: Vec<(Resource, u32)>,
}

impl Polls {
    /// The polls of this recording.
    pub fn of(recording: &Recording) -> Self {
        let is_asyncio = recording.is_asyncio();
        let mut parts = HashMap::new();
        let mut lanes: HashMap<LaneId, History> = HashMap::new();
        let mut written: HashMap<u32, usize> = HashMap::new();
        let mut lines = recording.lines.iter().peekable();
        for (place, record) in recording.records.iter().enumerate() {
            while let Some(line) = lines.next_if(|line| line.after <= place) {
                if let Some(lane) = line.lane.and_then(|lane| lanes.get_mut(&lane)) {
                    lane.has_effect();
                }
            }
            let before = written.insert(record.thread, place);
            match &record.event {
                Event::Appears { lane, kind, parent, .. } => {
                    let is_coroutine = *kind == Kind::Coroutine;
                    lanes.insert(*lane, History { is_coroutine, ..History::default() });
                    if let Some(parent) = parent.and_then(|parent| lanes.get_mut(&parent)) {
                        parent.has_effect();
                    }
                }
                Event::Runs { lane } => {
                    let lane = lanes.entry(*lane).or_default();
                    let raises = std::mem::take(&mut lane.is_cancelled);
                    parts.insert(place, if raises { Part::Raises } else { Part::Life });
                    lane.runs(place, before);
                }
                Event::Waits { lane, on, place, .. } => {
                    let line = place.as_ref().map_or(0, |place| place.line);
                    if let Some(pair) = lanes.entry(*lane).or_default().last.as_mut() {
                        pair.waits.push((*on, line));
                    }
                }
                Event::Stops { lane, .. } => {
                    let lane = lanes.entry(*lane).or_default();
                    parts.insert(place, Part::Life);
                    lane.stops(place, &mut parts);
                }
                Event::Wakes { lane, by } => {
                    lanes.entry(*lane).or_default().is_woken(*by, is_asyncio);
                    if let By::Lane(waker) = by {
                        lanes.entry(*waker).or_default().has_effect();
                    }
                }
                Event::Panics { lane: Some(lane), .. } => {
                    lanes.entry(*lane).or_default().has_effect();
                }
                Event::Ends { lane, how } => {
                    if let Some(lane) = lanes.remove(lane) {
                        lane.ends(*how, &mut parts);
                    }
                }
                _ => {}
            }
        }
        Self(parts)
    }

    /// What the record at this place is.
    pub fn part(&self, place: usize) -> Part {
        self.0.get(&place).copied().unwrap_or(Part::Nothing)
    }
}

impl History {
    fn has_effect(&mut self) {
        if let Some(pair) = &mut self.last {
            pair.has_effect = true;
        }
    }

    /// A sleep is over when the clock says so; whoever else wakes a sleeping task of asyncio's cancels it.
    fn is_woken(&mut self, by: By, is_asyncio: bool) {
        let is_suspended = self.last.as_ref().is_some_and(|pair| pair.stops.is_some());
        let sleeps = !self.waits.is_empty() && self.waits.iter().all(|(on, _)| on.is_timer());
        if !self.is_woken && is_asyncio && is_suspended && sleeps && by != By::Clock {
            self.is_cancelled = true;
        }
        self.is_woken = true;
    }

    fn runs(&mut self, place: usize, before: Option<usize>) {
        self.before = self.last.take().and_then(|pair| Some((pair.runs, pair.stops?)));
        self.last = Some(Pair {
            runs: place,
            stops: None,
            follows: !self.is_woken && self.before.is_some_and(|(_, stops)| before == Some(stops)),
            has_effect: self.before.is_none(),
            waits: Vec::new(),
        });
        self.is_woken = false;
    }

    fn stops(&mut self, place: usize, parts: &mut HashMap<usize, Part>) {
        let Some(pair) = &mut self.last else { return };
        pair.stops = Some(place);
        if !pair.waits.is_empty() {
            pair.waits.sort();
            pair.waits.dedup();
            pair.has_effect |= pair.waits != self.waits;
            self.waits.clone_from(&pair.waits);
        }
        if self.is_coroutine && !pair.has_effect {
            parts.insert(pair.runs, Part::Nothing);
            parts.insert(place, Part::Nothing);
        }
    }

    /// A lane that has returned does not suspend in its last poll, and what follows is its drop.
    fn ends(self, how: How, parts: &mut HashMap<usize, Part>) {
        let Some(pair) = self.last else { return };
        let is_drop = how == How::Cancelled || pair.follows && pair.waits.is_empty();
        if is_drop {
            let shown = how == How::Cancelled && pair.has_effect && self.before.is_some();
            parts.insert(pair.runs, if shown { Part::Drop } else { Part::Nothing });
        }
        if let Some(stops) = pair.stops {
            parts.insert(stops, Part::Nothing);
        }
        if how == How::Cancelled {
            return;
        }
        // The poll in which it came to its end concerns it, whatever else came of it.
        match self.before {
            Some((runs, stops)) if is_drop => {
                parts.insert(runs, Part::Life);
                parts.insert(stops, Part::Nothing);
            }
            _ if parts.get(&pair.runs) == Some(&Part::Raises) => {}
            _ => _ = parts.insert(pair.runs, Part::Life),
        }
    }
}
