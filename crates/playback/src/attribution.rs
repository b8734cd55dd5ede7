//! Which lane printed a line, and when.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use records::{Clock, Event, LaneId, Record};

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
    lanes: Vec<LaneId>,
    /// The place in [`Written::left`] of what the thread has yet to write in it.
    count: Option<usize>,
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
    let mut written = Written::of(records);
    let mut open: Vec<Stretch> = Vec::new();
    let mut printed: HashMap<Option<LaneId>, usize> = HashMap::new();
    let (mut at, mut taken) = (0, 0);
    let mut attributed = Vec::with_capacity(lines.len());
    for line in lines {
        for (place, record) in records.iter().enumerate().take(line.after).skip(taken) {
            at = at.max(record.at);
            follow(&mut open, record, place, &mut written);
        }
        taken = line.after;
        let length = line.text.len() as u64 + u64::from(line.is_whole);
        let (lane, poll) = printer(&open, &mut written.left, length);
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
            count: written.count(record.thread, *lane, place),
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

/// What threads wrote; nothing if the recorder did not count.
#[derive(Default)]
struct Written {
    /// For a lane on a thread, its stops there.
    stops: HashMap<(u32, LaneId), VecDeque<Stop>>,
    /// For each count, how many bytes of it are yet to be written.
    left: Vec<u64>,
}

/// Where a lane stops, and the place in [`Written::left`] of what its thread wrote until then.
type Stop = (usize, Option<usize>);

impl Written {
    /// A stretch at whose end nothing was counted belongs to the next count on its thread: the
    /// recorder counts stretches together that follow one another quickly.
    fn of(records: &[Record]) -> Self {
        let mut written = Self::default();
        let counts = |record: &Record| matches!(record.event, Event::Stops { wrote: Some(_), .. });
        if !records.iter().any(counts) {
            return written;
        }
        let mut next: HashMap<u32, usize> = HashMap::new();
        for (place, record) in records.iter().enumerate().rev() {
            let Event::Stops { lane, wrote } = record.event else { continue };
            if let Some(wrote) = wrote {
                next.insert(record.thread, written.left.len());
                written.left.push(wrote);
            }
            let count = next.get(&record.thread).copied();
            written.stops.entry((record.thread, lane)).or_default().push_front((place, count));
        }
        written
    }

    /// The count of a stretch on a thread that begins at `place`, when `outermost` begins to run.
    fn count(&mut self, thread: u32, outermost: LaneId, place: usize) -> Option<usize> {
        let stops = self.stops.get_mut(&(thread, outermost))?;
        while stops.front()?.0 < place {
            stops.pop_front();
        }
        stops.front()?.1
    }
}

/// The lane that prints a line of so many bytes, its newline included, and where its poll began.
fn printer(open: &[Stretch], left: &mut [u64], length: u64) -> (Option<LaneId>, Option<usize>) {
    let fits = |stretch: &Stretch| stretch.count.is_some_and(|count| left[count] == length);
    let can_write = |stretch: &Stretch| stretch.count.is_none_or(|count| left[count] >= length);
    let open = &open[open.len().saturating_sub(MOST)..];
    let stretch = open.iter().rfind(|stretch| fits(stretch));
    let stretch = stretch.or_else(|| open.iter().rfind(|stretch| can_write(stretch)));
    let Some(stretch) = stretch else { return (None, None) };
    if let Some(count) = stretch.count {
        left[count] -= length;
    }
    (stretch.lanes.last().copied(), Some(stretch.began))
}
