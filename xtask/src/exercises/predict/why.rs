//! What puts one line before another: the path through a recording that leads from the one to the other.
//!
//! That there is a path in every schedule is for [`playback::Orders`] to say; this finds the one that was
//! taken in the run, in few hops.

use std::collections::{HashMap, HashSet, VecDeque};

use playback::Recording;
use records::{By, Event, How, Kind, LaneId, Place, Resource};
use serde::{Deserialize, Serialize};

use crate::course::Program;

/// A step of the path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hop {
    /// What happens.
    pub is: Is,
    /// The lane that it happens in.
    pub who: String,
    /// The other lane, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whom: Option<String>,
    /// The line of the source, if the recording tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// What happens in a step of the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Is {
    /// It prints the one, and later the other.
    Prints,
    /// Between the two it waits.
    Waits,
    /// It spawns a task.
    Spawns,
    /// It polls a coroutine for the first time.
    Polls,
    /// It awaits the end of a task.
    AwaitsTask,
    /// It awaits a coroutine that is part of it.
    AwaitsCoroutine,
    /// It awaits what another lane sends.
    AwaitsValue,
    /// It drops a coroutine that is part of it.
    Drops,
}

impl Hop {
    /// The same, with its place as the workspace's folder has it.
    pub fn of_program(mut self, program: &Program) -> Self {
        let folder = program.source.ancestors().find(|folder| folder.ends_with(&program.lesson));
        if let (Some(place), Some(folder)) = (&mut self.place, folder) {
            place.file = folder.join(&place.file).into_string();
            place.column = 0;
        }
        self
    }
}

/// A lane, `None` outside the runtime, and how many records there were.
type Spot = (Option<LaneId>, usize);

/// The path from a line to a later one, in as few hops as there are; none if it is not seen.
///
/// # Panics
///
/// If the recording has no such lines.
pub fn path(recording: &Recording, first: usize, second: usize) -> Vec<Hop> {
    let (from, to) = (&recording.lines[first], &recording.lines[second]);
    let name = |lane| recording.name(lane).to_owned();
    if from.lane == to.lane {
        let place = wait_between(recording, from.lane, from.after, to.after);
        let is = if place.is_some() { Is::Waits } else { Is::Prints };
        return vec![Hop { is, who: name(from.lane), whom: None, place }];
    }
    let start = (from.lane, from.after);
    let mut came: HashMap<Spot, (Spot, Hop)> = HashMap::new();
    let mut seen = HashSet::from([start]);
    let mut queue = VecDeque::from([start]);
    while let Some(spot) = queue.pop_front() {
        if spot.0 == to.lane {
            let mut hops = Vec::new();
            let mut at = spot;
            while let Some((before, hop)) = came.remove(&at) {
                hops.push(hop);
                at = before;
            }
            hops.reverse();
            return hops;
        }
        for (next, hop) in next(recording, spot, to.after) {
            if seen.insert(next) {
                came.insert(next, (spot, hop));
                queue.push_back(next);
            }
        }
    }
    Vec::new()
}

/// Where a lane, or a coroutine inside it, last waited between two points of the recording.
fn wait_between(
    recording: &Recording,
    lane: Option<LaneId>,
    from: usize,
    to: usize,
) -> Option<Place> {
    let records = recording.records.iter().take(to).skip(from).rev();
    records.into_iter().find_map(|record| match &record.event {
        Event::Waits { lane: waiting, place, .. } if is_within(recording, *waiting, lane) => {
            place.clone()
        }
        _ => None,
    })
}

/// Whether a lane is this one, or a coroutine inside it.
fn is_within(recording: &Recording, lane: LaneId, outer: Option<LaneId>) -> bool {
    let Some(outer) = outer else { return false };
    let mut at = Some(lane);
    while let Some(lane) = at {
        if lane == outer {
            return true;
        }
        let inner = recording.lane(lane).filter(|lane| lane.kind == Kind::Coroutine);
        at = inner.and_then(|lane| lane.parent);
    }
    false
}

/// Where a lane's deeds lead to, before the record with the index `end`.
fn next(recording: &Recording, (lane, from): Spot, end: usize) -> Vec<(Spot, Hop)> {
    let name = |lane| recording.name(lane).to_owned();
    let mut found = Vec::new();
    for (index, record) in recording.records.iter().enumerate().take(end).skip(from) {
        match &record.event {
            Event::Appears { lane: child, kind, parent, place, .. } if *parent == lane => {
                let is = if *kind == Kind::Coroutine { Is::Polls } else { Is::Spawns };
                let whom = Some(name(Some(*child)));
                let hop = Hop { is, who: name(lane), whom, place: place.clone() };
                found.push(((Some(*child), index), hop));
            }
            Event::Wakes { lane: task, by: By::Lane(waker) } if Some(*waker) == lane => {
                found.extend(waiting(recording, *task, index).map(|(waiting, is, place)| {
                    let hop = Hop { is, who: name(Some(waiting)), whom: Some(name(lane)), place };
                    ((Some(waiting), index), hop)
                }));
            }
            Event::Ends { lane: ended, how } if Some(*ended) == lane => {
                let ended = recording.lane(*ended);
                let is_part =
                    |ended: &&playback::Lane| matches!(ended.kind, Kind::Coroutine | Kind::Root);
                if let Some(ended) = ended.filter(is_part) {
                    let who = name(ended.parent);
                    let whom = Some(ended.name.clone());
                    let is_dropped = *how == How::Cancelled;
                    let is = if is_dropped { Is::Drops } else { Is::AwaitsCoroutine };
                    let hop = Hop { is, who, whom, place: None };
                    found.push(((ended.parent, index), hop));
                }
            }
            _ => {}
        }
    }
    found
}

/// The lanes of a task that await the end of a task, or a value, where the record has this index.
fn waiting(
    recording: &Recording,
    task: LaneId,
    index: usize,
) -> impl Iterator<Item = (LaneId, Is, Option<Place>)> {
    let mut last: HashMap<LaneId, Option<(Is, Option<Place>)>> = HashMap::new();
    for record in &recording.records[..index] {
        if let Event::Waits { lane, on, place, .. } = &record.event
            && is_within(recording, *lane, Some(task))
        {
            let is = match on {
                Resource::Join => Some(Is::AwaitsTask),
                Resource::Oneshot => Some(Is::AwaitsValue),
                _ => None,
            };
            last.insert(*lane, is.map(|is| (is, place.clone())));
        }
    }
    last.into_iter().filter_map(|(lane, wait)| wait.map(|(is, place)| (lane, is, place)))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use playback::{Reader, Recording};

    use super::{Is, path};

    const PLACE: &str = r#"{"file":"src/main.rs","line":7,"column":1}"#;

    /// A recording of these records, without their times, and of the lines between them.
    fn recording(written: &[&str]) -> Recording {
        let mut reader = Reader::new("mark");
        for piece in written {
            let bytes = match piece.strip_prefix('{') {
                Some(record) => {
                    let record = record.replace("PLACE", PLACE);
                    format!("\u{1e}mark{{\"at\":0,\"wall\":0,\"thread\":0,{record}\n")
                }
                None => format!("{piece}\n"),
            };
            reader.feed(bytes.as_bytes(), Duration::ZERO);
        }
        let recording = reader.finish();
        assert_eq!(recording.unreadable, 0);
        recording
    }

    const BEGINS: &str =
        r#"{"is":"begins","version":1,"runtime":"tokio","clock":"virtual","threads":"one"}"#;
    const MAIN: &str =
        r#"{"is":"appears","lane":0,"kind":"root","name":"main","parent":null,"place":null}"#;
    const TASK: &str =
        r#"{"is":"appears","lane":1,"kind":"task","name":"work","parent":0,"place":PLACE}"#;
    const PART: &str =
        r#"{"is":"appears","lane":1,"kind":"coroutine","name":"work","parent":0,"place":null}"#;
    const MAIN_RUNS: &str = r#"{"is":"runs","lane":0}"#;
    const MAIN_STOPS: &str = r#"{"is":"stops","lane":0}"#;
    const RUNS: &str = r#"{"is":"runs","lane":1}"#;
    const STOPS: &str = r#"{"is":"stops","lane":1}"#;

    fn told(written: &[&str]) -> Vec<(Is, String, Option<u32>)> {
        let hops = path(&recording(written), 0, 1);
        hops.into_iter().map(|hop| (hop.is, hop.who, hop.place.map(|place| place.line))).collect()
    }

    #[test]
    fn a_line_of_a_task_comes_after_its_spawn() {
        let told =
            told(&[BEGINS, MAIN, MAIN_RUNS, "first", TASK, MAIN_STOPS, RUNS, "second", STOPS]);
        assert_eq!(told, [(Is::Spawns, "main".to_owned(), Some(7))]);
    }

    #[test]
    fn who_awaits_a_task_goes_on_after_its_end() {
        let waits = r#"{"is":"waits","lane":0,"on":"join","place":PLACE}"#;
        let ends = r#"{"is":"ends","lane":1,"how":"done"}"#;
        let wakes = r#"{"is":"wakes","lane":0,"by":{"lane":1}}"#;
        let told = told(&[
            BEGINS, MAIN, MAIN_RUNS, TASK, waits, MAIN_STOPS, RUNS, "first", STOPS, ends, wakes,
            MAIN_RUNS, "second", MAIN_STOPS,
        ]);
        assert_eq!(told, [(Is::AwaitsTask, "main".to_owned(), Some(7))]);
    }

    #[test]
    fn a_lane_prints_and_waits_and_prints() {
        let waits = r#"{"is":"waits","lane":0,"on":"sleep","place":PLACE}"#;
        let both = [BEGINS, MAIN, MAIN_RUNS, "first", waits, MAIN_STOPS, MAIN_RUNS, "second"];
        assert_eq!(told(&both), [(Is::Waits, "main".to_owned(), Some(7))]);
        assert_eq!(
            told(&[BEGINS, MAIN, MAIN_RUNS, "first", "second"]),
            [(Is::Prints, "main".to_owned(), None)]
        );
    }

    #[test]
    fn a_part_is_over_or_dropped_before_the_whole_goes_on() {
        for (how, is) in [("done", Is::AwaitsCoroutine), ("cancelled", Is::Drops)] {
            let ends = format!(r#"{{"is":"ends","lane":1,"how":"{how}"}}"#);
            let told =
                told(&[BEGINS, MAIN, MAIN_RUNS, PART, RUNS, "first", STOPS, &ends, "second"]);
            assert_eq!(told, [(is, "main".to_owned(), None)]);
        }
    }

    #[test]
    fn where_no_path_is_seen_none_is_told() {
        assert_eq!(told(&[BEGINS, MAIN, TASK, RUNS, "first", STOPS, MAIN_RUNS, "second"]), []);
    }
}
