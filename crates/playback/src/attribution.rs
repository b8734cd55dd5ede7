//! Which lane printed a line, and when.

use std::collections::HashMap;
use std::time::Duration;

use records::{Clock, Event, Record};

use crate::reader::RawLine;
use crate::recording::Line;

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
    let mut open: Vec<Stretch> = Vec::new();
    let mut printed: HashMap<Option<records::Lane>, usize> = HashMap::new();
    let (mut at, mut taken) = (0, 0);
    let mut attributed = Vec::with_capacity(lines.len());
    for line in lines {
        for (place, record) in records.iter().enumerate().take(line.after).skip(taken) {
            at = at.max(record.at);
            follow(&mut open, record, place, records);
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
fn follow(open: &mut Vec<Stretch>, record: &Record, place: usize, all: &[Record]) {
    let here = open.iter().position(|stretch| stretch.thread == record.thread);
    match (&record.event, here) {
        (Event::Runs { lane }, Some(here)) => open[here].lanes.push(*lane),
        (Event::Runs { lane }, None) => open.push(Stretch {
            thread: record.thread,
            began: place,
            lanes: vec![*lane],
            left: written(record.thread, *lane, &all[place..]),
        }),
        (Event::Stops { lane, .. }, Some(here)) => {
            let lanes = &mut open[here].lanes;
            if let Some(place) = lanes.iter().rposition(|running| running == lane) {
                lanes.remove(place);
            }
            if lanes.is_empty() {
                open.remove(here);
            }
        }
        _ => {}
    }
}

/// How many bytes a thread writes until `outermost`, which begins to run, stops.
fn written(thread: u32, outermost: records::Lane, rest: &[Record]) -> Option<u64> {
    rest.iter().filter(|record| record.thread == thread).find_map(|record| match record.event {
        Event::Stops { lane, wrote } if lane == outermost => Some(wrote),
        _ => None,
    })?
}

/// The lane that prints a line of so many bytes, its newline included, and where its poll began.
fn printer(open: &mut [Stretch], length: u64) -> (Option<records::Lane>, Option<usize>) {
    let fits = |stretch: &Stretch| stretch.left == Some(length);
    let can_write = |stretch: &Stretch| stretch.left.is_none_or(|left| left >= length);
    let place = open.iter().rposition(fits).or_else(|| open.iter().rposition(can_write));
    let Some(stretch) = place.map(|place| &mut open[place]) else { return (None, None) };
    stretch.left = stretch.left.map(|left| left - length);
    (stretch.lanes.last().copied(), Some(stretch.began))
}
