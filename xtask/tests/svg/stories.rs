//! Runs that no lesson has: many tasks, many steps, long names, a panic in the open, a sudden end.

use std::time::Duration;

use playback::{Reader, Recording};
use records::{
    Among, By, Clock, Event, How, Kind, LaneId, Place, Record, Resource, Threads, VERSION,
};

const MARK: &str = "0123456789abcdef";

/// All of them.
pub fn all() -> Vec<(&'static str, Recording)> {
    vec![
        ("made/nothing", Story::default().told()),
        ("made/crowd", crowd(97, 1)),
        ("made/dozen", crowd(11, 1)),
        ("made/long", crowd(3, 40)),
        ("made/strange", strange()),
    ]
}

#[derive(Default)]
struct Story {
    bytes: Vec<u8>,
    at: u64,
}

impl Story {
    fn begins() -> Self {
        let (runtime, clock, threads) = ("tokio".to_owned(), Clock::Virtual, Threads::One);
        let mut story = Self::default();
        story.writes(Event::Begins { version: VERSION, runtime, clock, threads });
        story.appears(0, Kind::Root, "main", None);
        story.writes(Event::Runs { lane: 0 });
        story
    }

    fn writes(&mut self, event: Event) {
        let record = Record { at: self.at, wall: self.at, thread: 0, event };
        self.bytes.extend(record.frame(MARK));
    }

    fn appears(&mut self, lane: LaneId, kind: Kind, name: &str, parent: Option<LaneId>) {
        let (name, place) = (name.to_owned(), None);
        self.writes(Event::Appears { lane, kind, name, parent, place, among: None, beside: false });
    }

    fn suspends(&mut self, lane: LaneId, on: &[(Resource, &str, u32)]) {
        for (on, file, line) in on {
            let place = Some(Place { file: (*file).to_owned(), line: *line, column: 0 });
            let (on, within, among) = (*on, Vec::new(), Some(Among::Any));
            self.writes(Event::Waits { lane, on, place, within, among, beside: false });
        }
        self.writes(Event::Stops { lane, wrote: None });
    }

    fn prints(&mut self, text: &str) {
        self.bytes.extend(text.bytes().chain(*b"\n"));
    }

    fn told(self) -> Recording {
        let mut reader = Reader::new(MARK);
        reader.feed(&self.bytes, Duration::ZERO);
        reader.finish()
    }
}

/// So many tasks, each of which prints and sleeps so many times.
fn crowd(tasks: LaneId, rounds: u64) -> Recording {
    let mut story = Story::begins();
    for task in 1..=tasks {
        story.appears(task, Kind::Task, "fetch_a_rather_long_name_of_data", Some(0));
    }
    story.suspends(0, &[(Resource::Join, "src/main.rs", 20)]);
    for round in 0..=rounds {
        for task in 1..=tasks {
            if round > 0 {
                story.at = round * 250_000;
                story.writes(Event::Wakes { lane: task, by: By::Clock });
            }
            story.writes(Event::Runs { lane: task });
            story.prints(&format!("{task} in round {round}"));
            if round < rounds {
                story.suspends(task, &[(Resource::Sleep, "src/main.rs", 1000)]);
            } else {
                story.writes(Event::Ends { lane: task, how: How::Done });
            }
        }
    }
    story.writes(Event::Wakes { lane: 0, by: By::Lane(tasks) });
    story.writes(Event::Runs { lane: 0 });
    story.writes(Event::Ends { lane: 0, how: How::Done });
    story.told()
}

/// Awaits of several things in several files, wakers from outside, a panic, markup in a name.
fn strange() -> Recording {
    let mut story = Story::default();
    story.prints("before all <script> & \u{1b}[31m");
    story.bytes.extend(Story::begins().bytes);
    story.appears(1, Kind::Coroutine, "<branch> & Söhne 名前", Some(0));
    story.writes(Event::Runs { lane: 1 });
    let three = [
        (Resource::Recv, "src/main.rs", 9),
        (Resource::Sleep, "src/lib.rs", 12),
        (Resource::Notified, "src/a.rs", 3),
    ];
    story.suspends(1, &three);
    story.suspends(
        0,
        &[(Resource::Broadcast, "src/main.rs", 12), (Resource::Acquire, "src/main.rs", 14)],
    );
    story.at = 1;
    for by in [By::Driver, By::Thread, By::Unknown, By::Yield] {
        story.writes(Event::Wakes { lane: 0, by });
        story.writes(Event::Runs { lane: 0 });
        story.appears(2, Kind::Task, "short", Some(0));
        story.suspends(0, &three);
    }
    story.at = 123_456_789_012;
    story.writes(Event::Wakes { lane: 0, by: By::Clock });
    story.writes(Event::Runs { lane: 0 });
    let (message, place) = ("no such thing".to_owned(), None);
    story.writes(Event::Panics { lane: Some(0), message, place });
    story.writes(Event::Ends { lane: 0, how: How::Panicked });
    story.writes(Event::Limit { others: None });
    story.prints("after all");
    story.told()
}
