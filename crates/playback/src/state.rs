//! What each lane does at the end of a recording: who waits on what, who runs, who never ran.

use std::collections::BTreeMap;
use std::fmt;

use records::{By, Clock, Event, Kind, Place};

use crate::recording::Recording;
use crate::transcript::seconds;

/// How many different things of all that a lane waits on at once are told.
const MOST_WAITS: usize = 100;

/// What a lane does when the recording ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneState {
    /// The lane's name.
    pub name: String,
    /// What it does.
    pub doing: Doing,
}

/// What an unfinished lane does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doing {
    /// It runs since then (microseconds on the program's clock) and has not suspended.
    Runs(u64),
    /// It is new, or was woken, and has not run since.
    Queued,
    /// It is suspended.
    Waits(Vec<OpenWait>),
}

/// Something that a lane waits on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenWait {
    /// The resource, in the recorder's word.
    pub on: String,
    /// The line of the `.await`.
    pub place: Option<Place>,
}

/// What a program on the virtual clock has to do with the world outside, for which that clock has no
/// time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    /// A thread that is none of the runtime's woke this lane.
    Thread {
        /// The lane's name.
        woke: String,
    },
    /// Threads that are none of the runtime's were alive at the end.
    Threads,
    /// A call was handed to a thread of the blocking pool.
    BlockingCall(Option<Place>),
    /// A lane waited on a socket.
    Socket(Option<Place>),
}

impl Recording {
    /// The lanes that have not ended, and what each does.
    ///
    /// A task that merely holds a coroutine that waits says what it waits on itself, if anything.
    pub fn unfinished(&self) -> Vec<LaneState> {
        let mut states: BTreeMap<records::Lane, Progress> = BTreeMap::new();
        for record in &self.records {
            match &record.event {
                Event::Appears { lane, kind, parent, .. } => {
                    if *kind == Kind::Coroutine
                        && let Some(state) = parent.and_then(|parent| states.get_mut(&parent))
                    {
                        state.waits.clear(); // it has gone on to its next await
                    }
                    states.insert(*lane, Progress::default());
                }
                Event::Runs { lane } => states.entry(*lane).or_default().runs(record.at),
                Event::Stops { lane, .. } => states.entry(*lane).or_default().stops(),
                Event::Waits { lane, on, place, .. } => {
                    let wait = OpenWait { on: on.clone(), place: place.clone() };
                    states.entry(*lane).or_default().waits(wait);
                }
                Event::Wakes { lane, by } => states.entry(*lane).or_default().is_woken(*by),
                Event::Ends { lane, .. } => {
                    states.remove(lane);
                }
                _ => {}
            }
        }
        let doing = |(lane, state): (records::Lane, Progress)| LaneState {
            name: self.name(Some(lane)).to_owned(),
            doing: state.doing(),
        };
        states.into_iter().map(doing).collect()
    }

    /// What of the outside world a program on the virtual clock touched; `None` on the real clock.
    pub fn outside(&self) -> Option<Outside> {
        if self.clock != Some(Clock::Virtual) {
            return None;
        }
        self.records.iter().find_map(|record| match &record.event {
            Event::Wakes { lane, by: By::Thread } => {
                Some(Outside::Thread { woke: self.name(Some(*lane)).to_owned() })
            }
            Event::Appears { kind: Kind::Blocking, place, .. } => {
                Some(Outside::BlockingCall(place.clone()))
            }
            Event::Waits { on, place, .. } if on == "socket" => {
                Some(Outside::Socket(place.clone()))
            }
            Event::Limit { others: Some(1..) } | Event::Returns { others: Some(1..) } => {
                Some(Outside::Threads)
            }
            _ => None,
        })
    }

    /// What its runtime calls what is awaited, for a label.
    pub fn called<'a>(&self, on: &'a str) -> &'a str {
        called(self.runtime(), on)
    }

    /// Microseconds on the program's clock when the last lane ran.
    pub fn last_activity(&self) -> u64 {
        let ran = |record: &&records::Record| {
            matches!(record.event, Event::Runs { .. } | Event::Stops { .. })
        };
        self.records.iter().rev().find(ran).map_or(0, |record| record.at)
    }
}

impl LaneState {
    /// Whether it waits on a timer, among others perhaps.
    pub fn waits_on_a_timer(&self) -> bool {
        matches!(&self.doing, Doing::Waits(waits) if waits.iter().any(OpenWait::is_timer))
    }
}

impl OpenWait {
    fn is_timer(&self) -> bool {
        records::is_timer(&self.on)
    }
}

/// What is known of a lane at one point of the recording.
#[derive(Default)]
struct Progress {
    running_since: Option<u64>,
    has_run: bool,
    is_queued: bool,
    /// What it waited on when it last stopped.
    waits: Vec<OpenWait>,
    /// What it began to wait on in this run.
    new_waits: Vec<OpenWait>,
}

impl Progress {
    /// A timer that has fired is not waited for any more.
    fn is_woken(&mut self, by: By) {
        self.is_queued = true;
        let timer = self.waits.iter().position(OpenWait::is_timer);
        if let Some(timer) = timer.filter(|_| by == By::Clock && self.running_since.is_none()) {
            self.waits.remove(timer);
        }
    }

    fn runs(&mut self, at: u64) {
        self.running_since = Some(at);
        self.has_run = true;
        self.is_queued = false;
        self.new_waits.clear();
    }

    fn waits(&mut self, wait: OpenWait) {
        if self.new_waits.len() < MOST_WAITS && !self.new_waits.contains(&wait) {
            self.new_waits.push(wait);
        }
    }

    fn stops(&mut self) {
        self.running_since = None;
        if !self.new_waits.is_empty() {
            self.waits = std::mem::take(&mut self.new_waits);
        }
    }

    fn doing(self) -> Doing {
        match self.running_since {
            Some(at) => Doing::Runs(at),
            None if self.is_queued || !self.has_run => Doing::Queued,
            None => Doing::Waits(self.waits),
        }
    }
}

impl fmt::Display for LaneState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` ", self.name)?;
        match &self.doing {
            Doing::Runs(at) => {
                write!(f, "has run since {} without coming to an await", seconds(*at))
            }
            Doing::Queued => write!(f, "is ready to run and has not been given its turn"),
            Doing::Waits(waits) if waits.is_empty() => write!(f, "is suspended"),
            Doing::Waits(waits) => {
                write!(f, "waits for ")?;
                for (number, wait) in waits.iter().enumerate() {
                    if number > 0 {
                        write!(f, " and ")?;
                    }
                    write!(f, "{wait}")?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for OpenWait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(in_words(&self.on))?;
        match &self.place {
            Some(place) => write!(f, " ({place})"),
            None => Ok(()),
        }
    }
}

/// What the program's own runtime calls what is awaited, for a label.
pub(crate) fn called<'a>(runtime: &str, on: &'a str) -> &'a str {
    match (runtime, on) {
        ("asyncio", "join") => "await",
        ("asyncio", "yield_now") => "sleep(0)",
        ("asyncio", "recv") => "get",
        ("asyncio", "send") => "put",
        (_, on) => on,
    }
}

/// What is awaited, for a sentence.
fn in_words(on: &str) -> &str {
    match on {
        "sleep" => "a sleep",
        "timeout" => "a timeout",
        "tick" => "the next tick",
        "join" => "a task to end",
        "join_next" => "the next task of a set to end",
        "recv" | "broadcast" => "a message",
        "send" => "room in a channel",
        "oneshot" => "the value of a oneshot",
        "closed" => "a channel to close",
        "watch" => "a watched value to change",
        "lock" => "a lock",
        "read" => "a lock to read",
        "write" => "a lock to write",
        "acquire" => "a permit",
        "barrier" => "a barrier",
        "notified" => "a notification",
        "socket" => "a socket",
        "signal" => "a signal",
        "process" => "a process to end",
        "once_cell" => "a value that is set once",
        "local set" => "the tasks of a local set",
        "yield_now" | "budget" => "its next turn",
        "next" => "the next item of a stream",
        "future" => "a future",
        other => other,
    }
}

impl fmt::Display for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = |place: &Option<Place>| match place {
            Some(place) => format!(" ({place})"),
            None => String::new(),
        };
        match self {
            Self::Thread { woke } => write!(f, "a thread of its own woke `{woke}`"),
            Self::Threads => write!(f, "a thread of its own was still running"),
            Self::BlockingCall(place) => {
                write!(f, "a call was handed to a blocking thread{}", at(place))
            }
            Self::Socket(place) => write!(f, "a socket was waited on{}", at(place)),
        }
    }
}
