//! What each lane does at the end of a recording: who waits on what, who runs, who never ran.

use std::collections::BTreeMap;
use std::fmt;

use records::{By, Clock, Event, Kind, LaneId, Place, Resource};

use crate::instant::seconds;
use crate::recording::Recording;

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
    /// What it is.
    pub on: Resource,
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
        let mut states: BTreeMap<LaneId, Progress> = BTreeMap::new();
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
                    let wait = OpenWait { on: *on, place: place.clone() };
                    states.entry(*lane).or_default().waits(wait);
                }
                Event::Wakes { lane, by } => states.entry(*lane).or_default().is_woken(*by),
                Event::Ends { lane, .. } => {
                    states.remove(lane);
                }
                _ => {}
            }
        }
        let doing = |(lane, state): (LaneId, Progress)| LaneState {
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
            Event::Waits { on, place, .. } if *on == Resource::Socket => {
                Some(Outside::Socket(place.clone()))
            }
            Event::Limit { others: Some(1..) } | Event::Returns { others: Some(1..) } => {
                Some(Outside::Threads)
            }
            _ => None,
        })
    }

    /// What its runtime calls what is awaited, for a label.
    pub fn called(&self, on: Resource) -> &'static str {
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
        self.on.is_timer()
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
        f.write_str(in_words(self.on))?;
        match &self.place {
            Some(place) => write!(f, " ({place})"),
            None => Ok(()),
        }
    }
}

/// What the program's own runtime calls what is awaited, for a label.
pub(crate) fn called(runtime: &str, on: Resource) -> &'static str {
    match (runtime, on) {
        ("asyncio", Resource::Join) => "await",
        ("asyncio", Resource::YieldNow) => "sleep(0)",
        ("asyncio", Resource::Recv) => "get",
        ("asyncio", Resource::Send) => "put",
        (_, on) => on.word(),
    }
}

/// What is awaited, for a sentence.
fn in_words(on: Resource) -> &'static str {
    match on {
        Resource::Sleep => "a sleep",
        Resource::Timeout => "a timeout",
        Resource::Tick => "the next tick",
        Resource::Join => "a task to end",
        Resource::JoinNext => "the next task of a set to end",
        Resource::Recv | Resource::Broadcast => "a message",
        Resource::Send => "room in a channel",
        Resource::Oneshot => "the value of a oneshot",
        Resource::Closed => "a channel to close",
        Resource::Watch => "a watched value to change",
        Resource::Lock => "a lock",
        Resource::Read => "a lock to read",
        Resource::Write => "a lock to write",
        Resource::Acquire => "a permit",
        Resource::Barrier => "a barrier",
        Resource::Notified => "a notification",
        Resource::Socket => "a socket",
        Resource::Signal => "a signal",
        Resource::Process => "a process to end",
        Resource::OnceCell => "a value that is set once",
        Resource::LocalSet => "the tasks of a local set",
        Resource::YieldNow | Resource::Budget => "its next turn",
        Resource::Next => "the next item of a stream",
        Resource::QueueJoin => "all of a queue to be done",
        Resource::Condition => "a condition",
        Resource::Future => "a future",
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
