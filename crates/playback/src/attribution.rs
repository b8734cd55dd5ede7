//! Which lane printed a line, and when.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use records::{Clock, Event, Record};

use crate::reader::RawLine;
use crate::recording::Line;

/// How many lanes that run inside one another, and how many threads that run lanes, are looked
/// through for one; no runtime has more.
const MOST: usize = 1_000;

/// A stretch in which lanes run on one thread: from the outermost's beginning to its end.
struct Stretch {
    thread: u32,
    /// The index of the record with which it began.
    began: usize,
    /// The lanes that run, innermost last.
    lanes: Vec<records::Lane>,
    /// How many bytes the thread has yet to write in it, if the recorder counted.
    left: Option<u64>,
}

/// Says of each line which lane printed it and when.
///
/// Where lanes run on one thread, it is the innermost that runs. Where they run on several at once,
/// it is that of the thread that has just so many bytes yet to write, or else of the one that began
/// last and has that many; if the recorder could not count them, of the one that began last.
pub fn attribute(
    lines: Vec<RawLine>,
    records: &[Record],
    clock: Option<Clock>,
    began: Option<Duration>,
) -> Vec<Line> {
    let began = began.unwrap_or_default();
    let mut written = written(records);
    let mut open: Vec<Stretch> = Vec::new();
    let mut printed: HashMap<Option<records::Lane>, usize> = HashMap::new();
    let (mut at, mut taken) = (0, 0);
    let mut attributed = Vec::with_capacity(lines.len());
    for line in lines {
        for (place, record) in records.iter().enumerate().take(line.after).skip(taken) {
            at = at.max(record.at);
            follow(&mut open, record, place, &mut written);
        }
        taken = line.after;
        let (lane, poll) = printer(&mut open, line.text.len() as u64 + u64::from(line.is_whole));
        let number = printed.entry(lane).or_default();
        *number += 1;
        let arrived = line.arrived.saturating_sub(began).as_micros();
        attributed.push(Line {
            text: line.text,
            is_whole: line.is_whole,
            at: match clock {
                Some(Clock::Virtual) | None => at,
                Some(Clock::Real) => {
                    let next = records.get(line.after).map_or(u64::MAX, |record| record.at);
                    u64::try_from(arrived).unwrap_or(at).min(next).max(at)
                }
            },
            lane,
            number: *number,
            after: line.after,
            poll,
        });
    }
    attributed
}

/// Brings the open stretches up to `record`, which is at `place` among all.
fn follow(open: &mut Vec<Stretch>, record: &Record, place: usize, written: &mut Written) {
    let here = open.iter().rev().take(MOST).position(|stretch| stretch.thread == record.thread);
    let here = here.map(|from_the_end| open.len() - 1 - from_the_end);
    match (&record.event, here) {
        (Event::Runs { lane }, Some(here)) => open[here].lanes.push(*lane),
        (Event::Runs { lane }, None) => open.push(Stretch {
            thread: record.thread,
            began: place,
            lanes: vec![*lane],
            left: left(written, record.thread, *lane, place),
        }),
        (Event::Stops { lane, .. }, Some(here)) => {
            let lanes = &mut open[here].lanes;
            let inner = lanes.len().saturating_sub(MOST);
            if let Some(place) = lanes[inner..].iter().rposition(|running| running == lane) {
                lanes.remove(inner + place);
            }
            if lanes.is_empty() {
                open.remove(here);
            }
        }
        _ => {}
    }
}

/// For a lane on a thread, where it stops there and what the thread wrote until then.
type Written = HashMap<(u32, records::Lane), VecDeque<(usize, Option<u64>)>>;

/// What threads wrote; nothing if the recorder did not count.
fn written(records: &[Record]) -> Written {
    let mut written = Written::new();
    let counts = |record: &Record| matches!(record.event, Event::Stops { wrote: Some(_), .. });
    if records.iter().any(counts) {
        for (place, record) in records.iter().enumerate() {
            if let Event::Stops { lane, wrote } = record.event {
                written.entry((record.thread, lane)).or_default().push_back((place, wrote));
            }
        }
    }
    written
}

/// How many bytes a thread writes until `outermost`, which begins to run at `place`, stops.
fn left(written: &mut Written, thread: u32, outermost: records::Lane, place: usize) -> Option<u64> {
    let stops = written.get_mut(&(thread, outermost))?;
    while stops.front()?.0 < place {
        stops.pop_front();
    }
    stops.front()?.1
}

/// The lane that prints a line of so many bytes, its newline included, and where its poll began.
fn printer(open: &mut [Stretch], length: u64) -> (Option<records::Lane>, Option<usize>) {
    let fits = |stretch: &Stretch| stretch.left == Some(length);
    let can_write = |stretch: &Stretch| stretch.left.is_none_or(|left| left >= length);
    let latest = open.len().saturating_sub(MOST);
    let open = &mut open[latest..];
    let place = open.iter().rposition(fits).or_else(|| open.iter().rposition(can_write));
    let Some(stretch) = place.map(|place| &mut open[place]) else { return (None, None) };
    stretch.left = stretch.left.map(|left| left - length);
    (stretch.lanes.last().copied(), Some(stretch.began))
}
