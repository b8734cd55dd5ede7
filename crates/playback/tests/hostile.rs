//! A recording that no recorder wrote, or that is larger than any lesson's, is read all the same.
//!
//! `fuzz/` looks for others.

use std::time::Duration;

use playback::timeline::{self, Form, Options};
use playback::{Doing, Order, Reader, Recording};
use records::{
    Among, By, Clock, Event, How, Kind, LaneId, Place, Record, Resource, Threads, VERSION,
};

const MARK: &str = "0123456789abcdef";

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
    at: u64,
    thread: u32,
}

impl Writer {
    fn new(clock: Clock, threads: Threads) -> Self {
        let runtime = "tokio".to_owned();
        Self::default().writes(Event::Begins { version: VERSION, runtime, clock, threads })
    }

    fn on_the_virtual_clock() -> Self {
        Self::new(Clock::Virtual, Threads::One)
    }

    fn writes(mut self, event: Event) -> Self {
        let record = Record { at: self.at, wall: self.at, thread: self.thread, event };
        self.bytes.extend(record.frame(MARK));
        self
    }

    fn each<T>(self, all: impl IntoIterator<Item = T>, event: impl Fn(T) -> Event) -> Self {
        all.into_iter().fold(self, |writer, one| writer.writes(event(one)))
    }

    fn prints(mut self, text: &str) -> Self {
        self.bytes.extend(text.bytes());
        self
    }

    fn at(mut self, at: u64) -> Self {
        self.at = at;
        self
    }

    fn on_thread(mut self, thread: u32) -> Self {
        self.thread = thread;
        self
    }

    fn read(&self) -> Recording {
        let mut reader = Reader::new(MARK);
        reader.feed(&self.bytes, Duration::ZERO);
        reader.finish()
    }
}

fn appears(lane: LaneId, kind: Kind, parent: Option<LaneId>, among: Option<Among>) -> Event {
    let name = if lane == 0 { "main" } else { "work" }.to_owned();
    Event::Appears { lane, kind, name, parent, place: None, among, beside: false }
}

fn waits(lane: LaneId, on: Resource, line: u32) -> Event {
    let place = Some(Place { file: "src/main.rs".to_owned(), line, column: 1 });
    let among = Some(Among::All);
    Event::Waits { lane, on, place, within: Vec::new(), among, beside: false }
}

fn runs(lane: LaneId) -> Event {
    Event::Runs { lane }
}

fn stops(lane: LaneId) -> Event {
    Event::Stops { lane, wrote: None }
}

/// Asks for the order of the lines, for how it ended, and for the transcript, which it returns.
fn ask(recording: &Recording) -> String {
    recording.orders().marks();
    recording.outside();
    recording.unfinished();
    recording.transcript()
}

#[test]
fn the_last_lane_and_the_last_instant_are_as_good_as_others() {
    let chosen = Event::Waits {
        lane: LaneId::MAX,
        on: Resource::Sleep,
        place: None,
        within: Vec::new(),
        among: Some(Among::Any),
        beside: true,
    };
    for clock in [Clock::Virtual, Clock::Real] {
        let recording = Writer::new(clock, Threads::Several)
            .at(u64::MAX)
            .writes(appears(LaneId::MAX, Kind::Root, Some(LaneId::MAX), None))
            .writes(runs(LaneId::MAX))
            .prints("one\n")
            .writes(chosen.clone())
            .writes(stops(LaneId::MAX))
            .writes(runs(LaneId::MAX))
            .prints("two\n")
            .read();
        assert_eq!(recording.lane(LaneId::MAX).map(|lane| lane.name.as_str()), Some("work"));
        assert_eq!(recording.lines[1].at, u64::MAX);
        assert_eq!(recording.transcript().lines().count(), 2);
        let drawings = [
            timeline::text(&recording, &Options::default()),
            timeline::svg(&recording, "wild", Form::Standalone),
            timeline::json(&recording, "wild"),
            timeline::perfetto(&recording, "wild"),
        ];
        assert!(drawings.iter().all(|drawing| drawing.contains("work")));
    }
}

#[test]
fn a_lane_may_end_before_it_appears_and_appear_twice() {
    let recording = Writer::on_the_virtual_clock()
        .writes(Event::Ends { lane: 3, how: How::Done })
        .writes(stops(3))
        .writes(appears(3, Kind::Task, Some(7), None))
        .writes(runs(3))
        .prints("one\n")
        .writes(appears(3, Kind::Coroutine, Some(3), Some(Among::Any)))
        .writes(Event::Wakes { lane: 9, by: By::Lane(10) })
        .writes(runs(9))
        .prints("two\n")
        .read();
    assert_eq!(recording.lanes.len(), 2);
    assert_eq!(recording.name(Some(3)), "work#1");
    assert_eq!(recording.name(recording.lines[1].lane), "?");
    assert!(ask(&recording).ends_with("two\n"));
}

#[test]
fn what_has_not_come_to_its_end_is_partial() {
    let returns = Event::Returns { others: Some(0) };
    let whole = Writer::on_the_virtual_clock().prints("line\n").writes(returns);
    assert!(!whole.read().is_partial());
    for missing in 1..whole.bytes.len() {
        let mut cut = Writer { bytes: whole.bytes.clone(), ..Writer::default() };
        cut.bytes.truncate(whole.bytes.len() - missing);
        assert!(cut.read().is_partial(), "{missing} bytes missing");
    }
    let mut garbled = Writer { bytes: whole.bytes.clone(), ..Writer::default() };
    garbled.bytes[20] = b'?';
    assert_eq!(garbled.read().unreadable, 1);
    assert!(garbled.read().is_partial());
}

#[test]
fn of_more_than_a_million_lines_the_others_are_counted() {
    let recording = Writer::on_the_virtual_clock().prints(&"\n".repeat(1_000_003)).read();
    assert_eq!((recording.lines.len(), recording.lines_left_out), (1_000_000, 3));
    assert!(recording.is_partial());
    let missing = recording.what_is_missing().expect("three lines are");
    assert!(missing.contains("the first 1,000,000 are kept and 3 left out"), "{missing}");
}

#[test]
fn thousands_of_lanes_run_inside_one_another_and_stop_in_any_order() {
    const LANES: LaneId = 20_000;
    let nested = || {
        Writer::on_the_virtual_clock().each(0..LANES, |lane| {
            appears(lane, Kind::Coroutine, lane.checked_sub(1), Some(Among::Any))
        })
    };
    let inside_out = nested().each(0..LANES, runs).prints("in\n").each((1..LANES).rev(), stops);
    let recording = inside_out.prints("out\n").read();
    assert_eq!(recording.lines[0].lane, Some(LANES - 1));
    assert_eq!(recording.lines[1].lane, Some(0));
    ask(&recording);
    let outside_in = nested().each(0..LANES, runs).each(0..LANES, stops).prints("out\n").read();
    assert!(ask(&outside_in).ends_with("out\n"));
}

#[test]
fn thousands_of_threads_run_lanes_at_once() {
    let mut writer = Writer::new(Clock::Real, Threads::Several);
    for thread in 0..20_000 {
        writer = writer.on_thread(thread).writes(runs(thread)).prints("line\n");
    }
    let recording = writer.each(0..20_000, |lane| Event::Stops { lane, wrote: Some(5) }).read();
    assert_eq!(recording.lines[19_999].lane, Some(19_999));
    ask(&recording);
}

#[test]
fn twenty_thousand_tasks_are_joined() {
    const TASKS: LaneId = 20_000;
    let main = appears(0, Kind::Root, None, None);
    let recording = Writer::on_the_virtual_clock()
        .writes(main)
        .writes(runs(0))
        .each(1..=TASKS, |lane| appears(lane, Kind::Task, Some(0), None))
        .writes(waits(0, Resource::Join, 1))
        .writes(stops(0))
        .each(1..=TASKS, runs)
        .each(1..=TASKS, |lane| Event::Ends { lane, how: How::Done })
        .each(1..=TASKS, |lane| Event::Wakes { lane: 0, by: By::Lane(lane) })
        .read();
    assert_eq!(recording.lane(TASKS).map(|lane| lane.name.as_str()), Some("work#20000"));
    assert_eq!(recording.lane(TASKS).and_then(|lane| lane.end), Some(How::Done));
    let states = recording.unfinished();
    assert_eq!(states.len(), 1);
    assert_eq!(states[0].doing, Doing::Queued);
    assert!(ask(&recording).starts_with("(prints nothing)\n"));
}

#[test]
fn two_hundred_thousand_lines_are_told_and_the_first_ones_explained() {
    let writer = Writer::on_the_virtual_clock()
        .writes(appears(0, Kind::Root, None, None))
        .writes(runs(0))
        .prints(&"line\n".repeat(200_000));
    let recording = writer.read();
    let orders = recording.orders();
    assert_eq!(orders.between(0, 4_999), Order::Because);
    assert_eq!(orders.between(0, 199_999), Order::NotPromised);
    assert_eq!(recording.transcript().lines().count(), 200_000);
}

#[test]
fn after_thousands_of_requests_the_order_is_not_promised() {
    let writer = Writer::on_the_virtual_clock()
        .writes(appears(0, Kind::Root, None, None))
        .writes(runs(0))
        .prints("early\n")
        .at(1)
        .each(0..6_000, |_| Event::Takes { lane: 0 })
        .writes(stops(0))
        .writes(appears(1, Kind::Task, None, None))
        .writes(runs(1))
        .prints("at once\n")
        .writes(stops(1))
        .at(2);
    let orders = writer.writes(runs(0)).prints("late\n").read().orders();
    assert_eq!(orders.between(0, 1), Order::ByTheClock);
    assert_eq!(orders.between(1, 2), Order::NotPromised);
    assert_eq!(orders.between(0, 2), Order::Because);
}

#[test]
fn a_line_beyond_those_that_are_explained_is_taken_for_no_request() {
    let writer = Writer::on_the_virtual_clock()
        .writes(appears(0, Kind::Root, None, None))
        .writes(runs(0))
        .writes(Event::Takes { lane: 0 })
        .prints(&"line\n".repeat(5_001));
    assert_eq!(writer.read().orders().between(5_000, 1), Order::NotPromised);
}

#[test]
fn a_lane_that_waits_for_thousands_of_things_names_some() {
    let recording = Writer::on_the_virtual_clock()
        .writes(appears(0, Kind::Root, None, None))
        .writes(runs(0))
        .each(0..20_000, |line| waits(0, Resource::Join, line))
        .writes(stops(0))
        .read();
    let Doing::Waits(waits) = &recording.unfinished()[0].doing else { panic!("it waits") };
    assert_eq!(waits.len(), 100);
    assert_eq!(waits[99].place.as_ref().map(|place| place.line), Some(99));
}

#[test]
fn a_name_is_kept_as_far_as_a_transcript_has_room_for_it() {
    let name = "n".repeat(3_000);
    let (kind, place, among) = (Kind::Root, None, None);
    let appears = Event::Appears { lane: 0, kind, name, parent: None, place, among, beside: false };
    let recording = Writer::on_the_virtual_clock().writes(appears).read();
    assert_eq!(recording.lanes[0].name, format!("{}…", "n".repeat(100)));
}

/// What fuzzing kept of arbitrary bytes: three sizes of pieces and what is read, in which `M` after
/// a separator stands for the mark.
#[test]
fn what_fuzzing_has_found_is_read_the_same_in_pieces() {
    let mut seeds = 0;
    for seed in std::fs::read_dir("fuzz/seeds/bytes").expect("the seeds are there") {
        let seed = seed.expect("a file").path();
        let bytes = std::fs::read(&seed).expect("a seed can be read");
        let mut stream = Vec::new();
        for byte in &bytes[bytes.len().min(3)..] {
            match byte {
                b'M' if stream.last() == Some(&records::SEPARATOR) => stream.extend(MARK.bytes()),
                byte => stream.push(*byte),
            }
        }
        let read = |size: usize| {
            let mut reader = Reader::new(MARK);
            stream.chunks(size).for_each(|piece| reader.feed(piece, Duration::ZERO));
            reader.finish()
        };
        let whole = ask(&read(stream.len().max(1)));
        for size in [1, 7, 64] {
            assert_eq!(ask(&read(size)), whole, "{} in pieces of {size}", seed.display());
        }
        seeds += 1;
    }
    assert!(seeds > 0, "no seed was read");
}
