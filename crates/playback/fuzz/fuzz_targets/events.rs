//! Arbitrary events in any order, with wild lanes and times, and printed bytes between them.
#![no_main]

use arbitrary::{Arbitrary, Unstructured};
use libfuzzer_sys::fuzz_target;
use playback_fuzz::{MARK, read};
use records::{
    Among, By, Clock, Event, Frame, How, Kind, Place, Record, Resource, Threads, VERSION,
};

#[derive(Arbitrary, Debug)]
struct Story<'a> {
    sizes: [u8; 3],
    clock: Choice,
    threads: bool,
    steps: Vec<Step<'a>>,
}

#[derive(Arbitrary, Debug)]
enum Step<'a> {
    Passes(u8),
    Leaps(u64),
    OnThread(u8),
    Prints(Choice),
    PrintsBytes(&'a [u8]),
    PrintsHalf,
    Cut(u8),
    Again(u8),
    Does(What),
    Appears {
        lane: Lane,
        kind: Choice,
        name: Choice,
        parent: Option<Lane>,
        among: Choice,
        beside: bool,
    },
    Waits {
        lane: Lane,
        on: Choice,
        line: u8,
        among: Choice,
        beside: bool,
    },
}

#[derive(Arbitrary, Debug)]
enum What {
    Runs(Lane),
    Stops(Lane, Option<u8>),
    Takes(Lane),
    WokenBy(Lane, Lane),
    Woken(Lane, Choice),
    Ends(Lane, Choice),
    Panics(Option<Lane>),
    Limit(Option<u8>),
    Returns(Option<u8>),
}

/// Few lanes, so that they have to do with one another, and some that are wild.
#[derive(Debug, Clone, Copy)]
struct Lane(u32);

impl<'a> Arbitrary<'a> for Lane {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        let byte: u8 = bytes.arbitrary()?;
        Ok(Self(if byte < 250 { u32::from(byte % 12) } else { u32::MAX - u32::from(byte - 250) }))
    }
}

#[derive(Arbitrary, Debug, Clone, Copy)]
struct Choice(u8);

impl Choice {
    fn of<T: Clone>(self, all: &[T]) -> T {
        all[usize::from(self.0) % all.len()].clone()
    }
}

const ON: [Resource; 14] = [
    Resource::Join,
    Resource::Oneshot,
    Resource::Sleep,
    Resource::Recv,
    Resource::Lock,
    Resource::JoinNext,
    Resource::Notified,
    Resource::Send,
    Resource::Acquire,
    Resource::Next,
    Resource::Timeout,
    Resource::YieldNow,
    Resource::Socket,
    Resource::Future,
];
const NAMES: [&str; 5] = ["main", "work", "", "a\nb\u{1b}[31m", "ä"];
const AMONG: [Option<Among>; 4] = [None, Some(Among::All), Some(Among::Any), Some(Among::Next)];
const KINDS: [Kind; 4] = [Kind::Root, Kind::Task, Kind::Coroutine, Kind::Blocking];
const HOW: [How; 3] = [How::Done, How::Cancelled, How::Panicked];
const BY: [By; 5] = [By::Clock, By::Driver, By::Yield, By::Thread, By::Unknown];

fuzz_target!(|story: Story| {
    let mut writer = Writer::default();
    let runtime = "tokio".to_owned();
    let threads = if story.threads { Threads::Several } else { Threads::One };
    match story.clock.0 % 3 {
        0 => writer.write(Event::Begins {
            version: VERSION,
            runtime,
            clock: Clock::Virtual,
            threads,
        }),
        1 => writer.write(Event::Begins { version: VERSION, runtime, clock: Clock::Real, threads }),
        _ => {}
    }
    for step in story.steps.into_iter().take(2_000) {
        writer.take(step);
    }
    read(&writer.bytes, &story.sizes);
});

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
    at: u64,
    thread: u32,
}

impl Writer {
    fn write(&mut self, event: Event) {
        let record = Record { at: self.at, wall: self.at, thread: self.thread, event };
        self.bytes.extend(record.frame(MARK));
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Passes(micros) => self.at = self.at.saturating_add(u64::from(micros) * 10_000),
            Step::Leaps(at) => self.at = at,
            Step::OnThread(thread) => {
                self.thread = if thread < 250 { u32::from(thread % 3) } else { u32::MAX };
            }
            Step::Prints(text) => {
                self.bytes.extend(text.of(&["one\n", "two\n", "\n", "ä\n"]).bytes())
            }
            Step::PrintsBytes(bytes) => self.bytes.extend(bytes),
            Step::PrintsHalf => self.bytes.extend(b"half"),
            Step::Cut(length) => {
                let left = self.bytes.len().saturating_sub(usize::from(length));
                self.bytes.truncate(left);
            }
            Step::Again(length) => {
                let from = self.bytes.len().saturating_sub(usize::from(length) * 16);
                if self.bytes.len() < 200_000 {
                    self.bytes.extend_from_within(from..);
                }
            }
            Step::Does(what) => self.write(what.event()),
            Step::Appears { lane, kind, name, parent, among, beside } => {
                self.write(Event::Appears {
                    lane: lane.0,
                    kind: kind.of(&KINDS),
                    name: if name.0 == 255 {
                        "long ".repeat(900)
                    } else {
                        name.of(&NAMES).to_owned()
                    },
                    parent: parent.map(|parent| parent.0),
                    place: None,
                    among: among.of(&AMONG),
                    beside,
                })
            }
            Step::Waits { lane, on, line, among, beside } => {
                let line = u32::from(line);
                let place = Place { file: "src/main.rs".to_owned(), line, column: 9 };
                self.write(Event::Waits {
                    lane: lane.0,
                    on: on.of(&ON),
                    within: vec![Frame { name: "work".to_owned(), place: place.clone() }],
                    place: (line > 0).then_some(place),
                    among: among.of(&AMONG),
                    beside,
                });
            }
        }
    }
}

impl What {
    fn event(self) -> Event {
        match self {
            Self::Runs(lane) => Event::Runs { lane: lane.0 },
            Self::Stops(lane, wrote) => {
                Event::Stops { lane: lane.0, wrote: wrote.map(|bytes| u64::from(bytes) % 8) }
            }
            Self::Takes(lane) => Event::Takes { lane: lane.0 },
            Self::WokenBy(lane, by) => Event::Wakes { lane: lane.0, by: By::Lane(by.0) },
            Self::Woken(lane, by) => Event::Wakes { lane: lane.0, by: by.of(&BY) },
            Self::Ends(lane, how) => Event::Ends { lane: lane.0, how: how.of(&HOW) },
            Self::Panics(lane) => Event::Panics {
                lane: lane.map(|lane| lane.0),
                message: "oh".to_owned(),
                place: None,
            },
            Self::Limit(others) => Event::Limit { others: others.map(u32::from) },
            Self::Returns(others) => Event::Returns { others: others.map(u32::from) },
        }
    }
}
