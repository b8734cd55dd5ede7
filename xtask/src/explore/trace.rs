//! What happened in a schedule, as a recording: who was spawned, polled and woken, and what was printed.
//! What a task waited for, and coroutines inside tasks, the explorer does not see.

use std::collections::HashSet;
use std::time::Duration;

use playback::timeline::{self, Options};
use playback::{Reader, Recording};
use records::{By, Clock, Event, How, Kind, LaneId, Record, Threads};
use serde::Deserialize;

use crate::terminal;

/// What stands at the head of each record.
const MARK: &str = "explored";

/// Something that happened in a schedule.
#[derive(Clone, Debug, Deserialize)]
pub struct Traced {
    /// Microseconds on the program's clock.
    at: u64,
    #[serde(flatten)]
    what: What,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "is", rename_all = "lowercase")]
enum What {
    Spawned { task: LaneId, by: Option<LaneId>, name: String },
    Runs { task: LaneId },
    Stops { task: LaneId },
    Woken { task: LaneId, by: Option<LaneId> },
    Printed { text: String },
    Ended { task: LaneId, how: How },
}

/// A schedule, drawn. Its lines have no marks: who waits for whom is not traced.
pub fn drawn(recording: &Recording) -> String {
    let options = Options { marks: false, ..terminal::options(false) };
    timeline::text(recording, &options)
}

/// The recording of a schedule.
pub fn recording(trace: &[Traced]) -> Recording {
    let mut reader = Reader::new(MARK);
    let begins = Event::Begins {
        version: records::VERSION,
        runtime: "tokio".to_owned(),
        clock: Clock::Virtual,
        threads: Threads::One,
    };
    feed(&mut reader, 0, begins);
    feed(&mut reader, 0, appears(0, Kind::Root, "main", None));
    let mut over = HashSet::new();
    for Traced { at, what } in trace {
        let event = match what {
            What::Spawned { task, by, name } => appears(*task, Kind::Task, name, *by),
            What::Runs { task } | What::Stops { task } if over.contains(task) => continue,
            What::Runs { task } => Event::Runs { lane: *task },
            What::Stops { task } => Event::Stops { lane: *task, wrote: None },
            What::Woken { task, by } => {
                Event::Wakes { lane: *task, by: by.map_or(By::Clock, By::Lane) }
            }
            // A task that has ended is dropped later on.
            What::Ended { task, .. } if !over.insert(*task) => continue,
            What::Ended { task, how } => Event::Ends { lane: *task, how: *how },
            What::Printed { text } => {
                reader.feed(text.as_bytes(), Duration::from_micros(*at));
                continue;
            }
        };
        feed(&mut reader, *at, event);
    }
    let last = trace.last().map_or(0, |last| last.at);
    feed(&mut reader, last, Event::Returns { others: None });
    reader.finish()
}

fn feed(reader: &mut Reader, at: u64, event: Event) {
    let record = Record { at, wall: at, thread: 0, event };
    reader.feed(&record.frame(MARK), Duration::from_micros(at));
}

fn appears(lane: LaneId, kind: Kind, name: &str, parent: Option<LaneId>) -> Event {
    let name = name.to_owned();
    Event::Appears { lane, kind, name, parent, place: None, among: None, beside: false }
}
