//! One of the two runs that are compared.

use std::collections::HashSet;

use playback::{Line, Orders, Recording};
use records::{Clock, Event, How, Kind, LaneId};

/// A run as it is compared.
pub struct Side {
    /// What it said, in order.
    pub lines: Vec<Said>,
    /// Why its lines come in this order; none of a program that prints nothing.
    pub orders: Option<Orders>,
    /// The clock that it ran on.
    pub clock: Option<Clock>,
    /// Whether it is a committed recording, made on a machine that had nothing else to do.
    pub is_at_rest: bool,
}

/// A printed line; of a program that prints nothing, the end of a lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The line's text.
    pub text: String,
    /// Microseconds on the program's clock.
    pub at: u64,
    /// Which lane printed it; none of what is printed outside the runtime.
    pub lane: Option<LaneId>,
}

/// Both sides of a comparison, tokio's first.
///
/// Programs that print nothing are compared by how and when the lanes end that the twin has, known by
/// their names, and by when the program has nothing more to do. What else runs on tokio's side is its
/// own affair: a server, a `block_on` that reads a clock.
pub fn sides(tokio: &Recording, asyncio: &Recording) -> (Side, Side) {
    if !tokio.lines.is_empty() || !asyncio.lines.is_empty() {
        return (Side::printed(tokio), Side::printed(asyncio));
    }
    let names: HashSet<&str> = own_lanes(asyncio).map(|lane| plain(&lane.name)).collect();
    (Side::silent(tokio, &names), Side::silent(asyncio, &names))
}

impl Side {
    fn printed(recording: &Recording) -> Self {
        Self {
            lines: recording.lines.iter().map(Said::of).collect(),
            orders: Some(recording.orders()),
            clock: recording.clock,
            is_at_rest: false,
        }
    }

    fn silent(recording: &Recording, names: &HashSet<&str>) -> Self {
        let is_wanted = |lane: &&playback::Lane| names.contains(plain(&lane.name));
        let mut lines: Vec<Said> =
            own_lanes(recording).filter(is_wanted).map(|lane| end(recording, lane)).collect();
        let at = recording.last_activity();
        lines.push(Said { text: "(nothing more to do)".to_owned(), at, lane: None });
        Self { lines, orders: None, clock: recording.clock, is_at_rest: false }
    }

    /// The index of the only line with this text, or how many have it.
    pub fn find(&self, text: &str) -> Result<usize, usize> {
        let mut found = (0..self.lines.len()).filter(|line| self.lines[*line].text == text);
        match (found.next(), found.count()) {
            (Some(line), 0) => Ok(line),
            (Some(_), more) => Err(1 + more),
            (None, _) => Err(0),
        }
    }
}

impl Said {
    fn of(line: &Line) -> Self {
        let mut text = String::from_utf8_lossy(&line.text).into_owned();
        if !line.is_whole {
            text.push_str(" (no newline)");
        }
        Self { text, at: line.at, lane: line.lane }
    }
}

/// The lanes that the program itself begins.
fn own_lanes(recording: &Recording) -> impl Iterator<Item = &playback::Lane> {
    recording.lanes.iter().filter(|lane| lane.kind == Kind::Root || lane.place.is_some())
}

/// A lane's name without its number among its namesakes.
fn plain(name: &str) -> &str {
    name.split_once('#').map_or(name, |(plain, _)| plain)
}

fn end(recording: &Recording, lane: &playback::Lane) -> Said {
    let ended = recording.records.iter().find_map(|record| match &record.event {
        Event::Ends { lane: ended, how } if *ended == lane.number => Some((record.at, *how)),
        _ => None,
    });
    let (at, how) = match ended {
        Some((at, How::Done)) => (at, "ends"),
        Some((at, How::Cancelled)) => (at, "is cancelled"),
        Some((at, How::Panicked)) => (at, "dies of a panic or an exception"),
        None => (recording.last_activity(), "does not end"),
    };
    Said { text: format!("({} {how})", plain(&lane.name)), at, lane: Some(lane.number) }
}
