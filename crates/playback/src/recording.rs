//! The model: lanes and the lines that they printed.

use std::collections::HashMap;

use records::{Clock, Event, How, Kind, Place, Record, Threads};

use crate::attribution::attribute;
use crate::reader::Contents;

/// What one run of a program did.
#[derive(Debug)]
pub struct Recording {
    /// What the recorder wrote, in order.
    pub records: Vec<Record>,
    /// The program's lanes, in the order in which they appeared.
    pub lanes: Vec<Lane>,
    /// What the program printed, line by line.
    pub lines: Vec<Line>,
    /// The clock it ran on; `None` if it recorded nothing.
    pub clock: Option<Clock>,
    /// How many threads its runtime has; `None` if it recorded nothing.
    pub threads: Option<Threads>,
    /// Whether its main function returned.
    pub returned: bool,
    /// Whether its virtual clock reached the limit.
    pub limit_reached: bool,
    /// How many records could not be read: cut in half by a kill, or of another version.
    pub unreadable: usize,
}

/// A task, a coroutine or a blocking call.
#[derive(Debug)]
pub struct Lane {
    /// The recorder's number for it.
    pub number: records::Lane,
    /// What it is.
    pub kind: Kind,
    /// What it is called, with a number where several are called the same: `fetch_data#2`.
    pub name: String,
    /// The lane that was running when it appeared.
    pub parent: Option<records::Lane>,
    /// Where in the program's own source it was spawned.
    pub place: Option<Place>,
    /// How it ended, if it did.
    pub end: Option<How>,
}

/// A printed line.
#[derive(Debug)]
pub struct Line {
    /// Its bytes, without the newline.
    pub text: Vec<u8>,
    /// Whether a newline ended it; not so for the last bytes of a program that printed half a line.
    pub is_whole: bool,
    /// Microseconds on the program's clock when it was printed: exact on the virtual clock; on the
    /// real one when it arrived, but no later than the next record was written.
    pub at: u64,
    /// The lane that was running; `None` for what is printed outside the runtime.
    pub lane: Option<records::Lane>,
    /// Its number among the lines of that lane, from 1.
    pub number: usize,
    /// How many records were written before it.
    pub after: usize,
    /// The index of the record with which the poll of the task began that printed it.
    pub poll: Option<usize>,
}

impl Recording {
    pub(crate) fn new(contents: Contents) -> Self {
        let Contents { records, lines, began, unreadable } = contents;
        let (clock, threads) = records
            .iter()
            .find_map(|record| match &record.event {
                Event::Begins { clock, threads, .. } => Some((*clock, *threads)),
                _ => None,
            })
            .unzip();
        let has = |wanted: fn(&Event) -> bool| records.iter().any(|record| wanted(&record.event));
        Self {
            lanes: lanes(&records),
            lines: attribute(lines, &records, clock, began),
            clock,
            threads,
            returned: has(|event| matches!(event, Event::Returns { .. })),
            limit_reached: has(|event| matches!(event, Event::Limit { .. })),
            unreadable,
            records,
        }
    }

    /// The lane with this number.
    pub fn lane(&self, number: records::Lane) -> Option<&Lane> {
        self.lanes.iter().find(|lane| lane.number == number)
    }

    /// The name of a lane, or of none.
    pub fn name(&self, lane: Option<records::Lane>) -> &str {
        match lane {
            Some(number) => self.lane(number).map_or("?", |lane| lane.name.as_str()),
            None => "outside",
        }
    }
}

fn lanes(records: &[Record]) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    let mut namesakes: HashMap<&str, usize> = HashMap::new();
    for record in records {
        match &record.event {
            Event::Appears { lane, kind, name, parent, place, .. } => {
                *namesakes.entry(name).or_default() += 1;
                lanes.push(Lane {
                    number: *lane,
                    kind: *kind,
                    name: name.clone(),
                    parent: *parent,
                    place: place.clone(),
                    end: None,
                });
            }
            Event::Ends { lane, how } => {
                if let Some(ended) = lanes.iter_mut().find(|known| known.number == *lane) {
                    ended.end = Some(*how);
                }
            }
            _ => {}
        }
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    for lane in &mut lanes {
        if namesakes[lane.name.as_str()] > 1 {
            let number = seen.entry(lane.name.clone()).or_default();
            *number += 1;
            lane.name = format!("{}#{number}", lane.name);
        }
    }
    lanes
}
