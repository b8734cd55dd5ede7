//! The model: lanes and the lines that they printed.

use std::collections::HashMap;
use std::time::Duration;

use records::{Clock, Event, How, Kind, LaneId, Place, Record, Threads};

use crate::attribution::attribute;
use crate::reader::Contents;

/// How many characters of a lane's name are kept: no function's name is longer, and each line of a
/// transcript has room for the longest.
const LONGEST_NAME: usize = 100;

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
    /// When its first record came, after it was started; `None` if it recorded nothing.
    pub began: Option<Duration>,
    /// Whether its main function returned.
    pub returned: bool,
    /// Whether its virtual clock reached the limit.
    pub limit_reached: bool,
    /// How many records could not be read: cut in half by a kill, or of another version.
    pub unreadable: usize,
    /// How many printed lines were left out: [`Reader`](crate::Reader) says how many it keeps.
    pub lines_left_out: usize,
    /// Where in `lanes` each lane is, by its number.
    places: HashMap<LaneId, usize>,
}

/// A task, a coroutine or a blocking call.
#[derive(Debug)]
pub struct Lane {
    /// The recorder's number for it.
    pub number: LaneId,
    /// What it is.
    pub kind: Kind,
    /// What it is called, with a number where several are called the same: `fetch_data#2`.
    pub name: String,
    /// The lane that was running when it appeared.
    pub parent: Option<LaneId>,
    /// Where in the program's own source it was made: spawned, or polled for the first time.
    pub place: Option<Place>,
    /// How it ended, if it did.
    pub end: Option<How>,
    /// Microseconds on the program's clock when it ended, if it did.
    pub ended_at: Option<u64>,
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
    pub lane: Option<LaneId>,
    /// Its number among the lines of that lane, from 1.
    pub number: usize,
    /// How many records were written before it.
    pub after: usize,
    /// The index of the record with which the poll of the task began that printed it.
    pub poll: Option<usize>,
}

impl Recording {
    pub(crate) fn new(contents: Contents) -> Self {
        let Contents { records, lines, began, unreadable, lines_left_out } = contents;
        let (clock, threads) = records
            .iter()
            .find_map(|record| match &record.event {
                Event::Begins { clock, threads, .. } => Some((*clock, *threads)),
                _ => None,
            })
            .unzip();
        let has = |wanted: fn(&Event) -> bool| records.iter().any(|record| wanted(&record.event));
        let (lanes, places) = lanes(&records);
        Self {
            lanes,
            places,
            lines: attribute(lines, &records, clock, began),
            clock,
            threads,
            began,
            returned: has(|event| matches!(event, Event::Returns { .. })),
            limit_reached: has(|event| matches!(event, Event::Limit { .. })),
            unreadable,
            lines_left_out,
            records,
        }
    }

    /// Who recorded the run: `tokio` or `asyncio`; `unknown` if the recording does not say.
    pub(crate) fn runtime(&self) -> &str {
        let named = self.records.iter().find_map(|record| match &record.event {
            Event::Begins { runtime, .. } => Some(runtime.as_str()),
            _ => None,
        });
        named.unwrap_or("unknown")
    }

    /// Whether something is missing: the program was ended before its main function returned, or not
    /// all that it wrote could be read.
    pub fn is_partial(&self) -> bool {
        let is_over = self.returned || self.limit_reached;
        !is_over || self.unreadable > 0 || self.lines_left_out > 0
    }

    /// The lane with this number.
    pub fn lane(&self, number: LaneId) -> Option<&Lane> {
        self.places.get(&number).map(|place| &self.lanes[*place])
    }

    /// The name of a lane: `?` if the recording does not say that it appeared, `outside` of none.
    pub fn name(&self, lane: Option<LaneId>) -> &str {
        match lane {
            Some(number) => self.lane(number).map_or("?", |lane| lane.name.as_str()),
            None => "outside",
        }
    }
}

/// The lanes, and where each is by its number: the first that has it.
fn lanes(records: &[Record]) -> (Vec<Lane>, HashMap<LaneId, usize>) {
    let mut lanes: Vec<Lane> = Vec::new();
    let mut places = HashMap::new();
    let mut namesakes: HashMap<String, usize> = HashMap::new();
    for record in records {
        match &record.event {
            Event::Appears { lane, kind, name, parent, place, .. } => {
                let name = short(name);
                *namesakes.entry(name.clone()).or_default() += 1;
                places.entry(*lane).or_insert(lanes.len());
                lanes.push(Lane {
                    number: *lane,
                    kind: *kind,
                    name,
                    parent: *parent,
                    place: place.clone(),
                    end: None,
                    ended_at: None,
                });
            }
            Event::Ends { lane, how } => {
                if let Some(ended) = places.get(lane).and_then(|place| lanes.get_mut(*place)) {
                    ended.end = Some(*how);
                    ended.ended_at = Some(record.at);
                }
            }
            _ => {}
        }
    }
    namesakes.retain(|_, number| *number > 1);
    namesakes.values_mut().for_each(|number| *number = 0);
    for lane in &mut lanes {
        if let Some(number) = namesakes.get_mut(&lane.name) {
            *number += 1;
            lane.name = format!("{}#{number}", lane.name);
        }
    }
    (lanes, places)
}

/// A name as far as it is kept.
fn short(name: &str) -> String {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}
