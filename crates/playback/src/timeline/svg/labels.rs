//! Where what is awaited is written: under the dotted line, where nothing else stands.

use records::{Event, Kind};

use crate::Recording;
use crate::state::OpenWait;

use super::arrows::Arrow;
use super::axis::{Axis, Holds, TORN};
use super::lives::{Life, Look, Stretch};
use super::text::Font;

/// How far from an arrow a label stays.
const AWAY: f64 = 6.0;
/// How much of the dotted line a label needs above it, to be seen to belong to it.
const LEAST: f64 = 24.0;

/// What is awaited in a stretch, in one line or two.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where it begins.
    pub x: f64,
    /// Its lines.
    pub lines: Vec<String>,
}

impl Label {
    fn end(&self) -> f64 {
        self.lines.iter().map(|line| self.x + Font::WAIT.width(line)).fold(self.x, f64::max)
    }
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
            Holds::Jump(_) => Some((slot.middle() - TORN, slot.middle() + TORN)),
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
        let mut back = life.stretches.first().map_or(axis.end, |first| axis.x(first.from));
        for (number, stretch) in waits.iter().enumerate() {
            let end = waits.get(number + 1).map_or(axis.end, |next| axis.x(next.from) - 2.0);
            let from = axis.x(stretch.from) + 3.0;
            let wordings = wordings(recording, &stretch.waits, own);
            let free = free(from, end, axis.x(stretch.to), &taken);
            let label =
                placed(&wordings, &free).or_else(|| before(&wordings, (from, end), back, &taken));
            let ends = label.as_ref().map_or(0.0, Label::end);
            back = axis.x(stretch.to).max(ends + AWAY);
            labels.extend(label);
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

/// The stretches between `start` and `end` in which nothing stands and that begin well before `last`.
fn free(start: f64, end: f64, last: f64, taken: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut free = Vec::new();
    let mut from = start;
    for (begins, ends) in taken.iter().chain([&(end, end)]) {
        if from + LEAST < last && from < begins.min(end) {
            free.push((from, begins.min(end)));
        }
        from = from.max(*ends);
    }
    free
}

/// The fullest way to write it that has room, with the lines of the source if any room holds them; none if
/// no word has room.
fn placed(wordings: &[Vec<String>], free: &[(f64, f64)]) -> Option<Label> {
    let fits = |lines: &[String], (from, to): (f64, f64)| {
        lines.iter().all(|line| Font::WAIT.width(line) <= to - from)
    };
    let (full, short) = wordings.split_at(wordings.len().min(2));
    [full, short].into_iter().find_map(|wordings| {
        free.iter().find_map(|room| {
            let lines = wordings.iter().find(|lines| fits(lines, *room))?;
            Some(Label { x: room.0, lines: lines.clone() })
        })
    })
}

/// Where the line is too short for it: in one line that ends at the first thing in its way, and begins
/// under what the lane did before, but not before `back`.
fn before(
    wordings: &[Vec<String>],
    (from, end): (f64, f64),
    back: f64,
    taken: &[(f64, f64)],
) -> Option<Label> {
    let ahead = taken.iter().map(|(begins, _)| *begins).find(|begins| *begins > from);
    let to = ahead.map_or(end, |begins| begins.min(end));
    let back =
        taken.iter().map(|(_, ends)| *ends).filter(|ends| *ends <= from).fold(back, f64::max);
    let lines = wordings.iter().find(|lines| match &lines[..] {
        [line] => Font::WAIT.width(line) <= to - back,
        _ => false,
    })?;
    let x = from.min(to - Font::WAIT.width(&lines[0]));
    Some(Label { x, lines: lines.clone() })
}

/// What is awaited, from the fullest wording to the shortest: in one line and in two, without the lines of
/// the source, and the first of it alone.
fn wordings(recording: &Recording, waits: &[OpenWait], own: Option<&str>) -> Vec<Vec<String>> {
    let at = |wait: &OpenWait| match &wait.place {
        Some(place) if own != Some(place.file.as_str()) => {
            let name = place.file.rsplit('/').next().unwrap_or_default();
            format!(" {name}:{}", place.line)
        }
        Some(place) => format!(":{}", place.line),
        None => String::new(),
    };
    let on = |wait: &OpenWait| recording.called(wait.on).to_owned();
    let one = |wait: &OpenWait| on(wait) + &at(wait);
    let two = |first: String, rest: &[OpenWait], word: &dyn Fn(&OpenWait) -> String| match rest {
        [second] => vec![first, word(second)],
        rest => vec![first, format!("+{} more", rest.len())],
    };
    match waits {
        [] => Vec::new(),
        [wait] => {
            let mut all = vec![vec![one(wait)]];
            if wait.place.is_some() {
                all.push(vec![on(wait), at(wait).trim_start().to_owned()]);
            }
            all.push(vec![on(wait)]);
            all
        }
        [first, rest @ ..] => {
            let whole: Vec<String> = waits.iter().map(one).collect();
            let short: Vec<String> = waits.iter().map(on).collect();
            vec![
                vec![whole.join(", ")],
                two(one(first), rest, &one),
                vec![short.join(", ")],
                two(on(first), rest, &on),
                vec![on(first) + " …"],
            ]
        }
    }
}
