//! Where what is awaited is written: under the dotted line, where nothing else stands.

use records::{Event, Kind};

use crate::Recording;
use crate::state::OpenWait;

use super::arrows::Arrow;
use super::axis::{Axis, Holds};
use super::lives::{Life, Look, Stretch};
use super::text::{Font, shortened};

/// How far from an arrow or a tear a label stays.
const AWAY: f64 = 6.0;
/// A label with fewer letters says nothing.
const FEWEST: usize = 5;

/// What is awaited in a stretch, in one line or two.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where it begins.
    pub x: f64,
    /// Its lines.
    pub lines: Vec<String>,
}

/// The labels of each row.
pub fn labels(
    recording: &Recording,
    lives: &[Life],
    axis: &Axis,
    arrows: &[Arrow],
) -> Vec<Vec<Label>> {
    let own = own_file(recording);
    let of_row = |(row, life): (usize, &Life)| {
        let mut taken: Vec<(f64, f64)> = arrows
            .iter()
            .filter(|arrow| arrow.crosses(row))
            .map(|arrow| (arrow.x - AWAY, arrow.x + AWAY))
            .collect();
        taken.extend(axis.slots.iter().filter_map(|slot| match slot.holds {
            Holds::Jump(_) => Some((slot.middle() - AWAY, slot.middle() + AWAY)),
            Holds::LeftOut(_) => Some((slot.x, slot.x + slot.width)),
            Holds::Step(_) => None,
        }));
        taken.sort_by(|one, other| one.0.total_cmp(&other.0));
        let waits: Vec<&Stretch> = life
            .stretches
            .iter()
            .filter(|stretch| stretch.look == Look::Suspended && !stretch.waits.is_empty())
            .collect();
        let mut labels = Vec::new();
        for (number, stretch) in waits.iter().enumerate() {
            let end = waits.get(number + 1).map_or(axis.end, |next| axis.x(next.from) - 2.0);
            let free = free(axis.x(stretch.from) + 3.0, end, axis.x(stretch.to), &taken);
            labels.extend(placed(&stretch.waits, &free, own));
        }
        labels
    };
    lives.iter().enumerate().map(of_row).collect()
}

/// The program's own file: the first in which its main function waits, or else the first in which
/// anything does. Other files are named.
fn own_file(recording: &Recording) -> Option<&str> {
    let is_root = |lane| recording.lane(lane).is_some_and(|lane| lane.kind == Kind::Root);
    let waits = || {
        recording.records.iter().filter_map(|record| match &record.event {
            Event::Waits { lane, place: Some(place), .. } => Some((*lane, place.file.as_str())),
            _ => None,
        })
    };
    let of_root = waits().find(|(lane, _)| is_root(*lane));
    of_root.or_else(|| waits().next()).map(|(_, file)| file)
}

/// The stretches between `start` and `end` in which nothing stands and that begin before `last`.
fn free(start: f64, end: f64, last: f64, taken: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut free = Vec::new();
    let mut from = start;
    for (begins, ends) in taken.iter().chain([&(end, end)]) {
        if from + AWAY < last && from < begins.min(end) {
            free.push((from, begins.min(end)));
        }
        from = from.max(*ends);
    }
    free
}

/// The first way to write it that has room.
fn placed(waits: &[OpenWait], free: &[(f64, f64)], own: Option<&str>) -> Option<Label> {
    let (whole, stacked) = wordings(waits, own);
    let fits = |lines: &[String], (from, to): (f64, f64)| {
        lines.iter().all(|line| Font::WAIT.width(line) <= to - from)
    };
    for room in free {
        for lines in [&whole, &stacked] {
            if fits(lines, *room) {
                return Some(Label { x: room.0, lines: lines.clone() });
            }
        }
    }
    let widest =
        |one: &&(f64, f64), other: &&(f64, f64)| (one.1 - one.0).total_cmp(&(other.1 - other.0));
    let (from, to) = free.iter().max_by(widest)?;
    let letters = Font::WAIT.letters(to - from);
    let lines = stacked.iter().map(|line| shortened(line, letters)).collect();
    (letters >= FEWEST).then_some(Label { x: *from, lines })
}

/// What is awaited in one line, and in two.
fn wordings(waits: &[OpenWait], own: Option<&str>) -> (Vec<String>, Vec<String>) {
    let at = |wait: &OpenWait| match &wait.place {
        Some(place) if own != Some(place.file.as_str()) => {
            let name = place.file.rsplit('/').next().unwrap_or_default();
            format!(" {name}:{}", place.line)
        }
        Some(place) => format!(":{}", place.line),
        None => String::new(),
    };
    let one = |wait: &OpenWait| format!("{}{}", wait.on, at(wait));
    match waits {
        [] => (Vec::new(), Vec::new()),
        [wait] if wait.place.is_some() => {
            (vec![one(wait)], vec![wait.on.clone(), at(wait).trim_start().to_owned()])
        }
        [wait] => (vec![one(wait)], vec![one(wait)]),
        [first, second] => {
            (vec![format!("{}, {}", one(first), one(second))], vec![one(first), one(second)])
        }
        [first, rest @ ..] => {
            let all: Vec<String> = waits.iter().map(one).collect();
            (vec![all.join(", ")], vec![one(first), format!("+{} more", rest.len())])
        }
    }
}
