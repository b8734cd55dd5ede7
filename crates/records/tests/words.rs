//! What is written is what is read.

use records::{
    Among, By, Clock, Event, Frame, How, Kind, LONGEST, Place, Record, Resource, SEPARATOR,
    Threads, VERSION,
};

const MARK: &str = "0123456789abcdef";

fn record(event: Event) -> Record {
    Record { at: u64::MAX, wall: 12, thread: 3, event }
}

fn json(record: &Record) -> Vec<u8> {
    let frame = record.frame(MARK);
    let json = frame.strip_prefix(&[SEPARATOR]).and_then(|rest| rest.strip_prefix(MARK.as_bytes()));
    json.and_then(|json| json.strip_suffix(b"\n")).expect("it is framed").to_vec()
}

fn place(file: &str) -> Place {
    Place { file: file.to_owned(), line: u32::MAX, column: 1 }
}

fn begins(clock: Clock, threads: Threads) -> Event {
    Event::Begins { version: VERSION, runtime: "tokio".to_owned(), clock, threads }
}

fn appears(kind: Kind, parent: Option<u32>, among: Option<Among>, beside: bool) -> Event {
    let place = parent.map(|_| place("src/main.rs"));
    Event::Appears { lane: 0, kind, name: "work".to_owned(), parent, place, among, beside }
}

fn waits(frames: usize, among: Option<Among>, beside: bool) -> Event {
    let on = Resource::Recv;
    let within = vec![Frame { name: "work".to_owned(), place: place("src/a.rs") }; frames];
    Event::Waits { lane: 7, on, place: Some(place("src/b.rs")), within, among, beside }
}

fn wakes(by: By) -> Event {
    Event::Wakes { lane: 7, by }
}

fn ends(how: How) -> Event {
    Event::Ends { lane: 7, how }
}

fn panics(message: &str, lane: Option<u32>) -> Event {
    Event::Panics { lane, message: message.to_owned(), place: None }
}

#[test]
fn each_event_is_read_as_it_was_written() {
    let events = [
        begins(Clock::Virtual, Threads::One),
        begins(Clock::Real, Threads::Several),
        appears(Kind::Root, None, None, false),
        appears(Kind::Task, Some(0), Some(Among::All), true),
        appears(Kind::Coroutine, Some(1), Some(Among::Any), false),
        appears(Kind::Blocking, Some(u32::MAX), Some(Among::Next), true),
        Event::Runs { lane: 7 },
        Event::Stops { lane: 7, wrote: None },
        Event::Stops { lane: 7, wrote: Some(u64::MAX) },
        waits(0, None, false),
        waits(2, Some(Among::All), true),
        Event::Takes { lane: 7 },
        wakes(By::Lane(8)),
        wakes(By::Clock),
        wakes(By::Driver),
        wakes(By::Yield),
        wakes(By::Thread),
        wakes(By::Unknown),
        ends(How::Done),
        ends(How::Cancelled),
        ends(How::Panicked),
        panics("quotes \", a \\, é, 🦀, \r\n\t\u{8}\u{c}\u{0}\u{1f}\u{7f}", Some(7)),
        panics("", None),
        Event::Limit { others: None },
        Event::Returns { others: Some(2) },
    ];
    for event in events {
        let written = record(event);
        let json = json(&written);
        match Record::parse(&json) {
            Ok(read) => assert_eq!(read, written),
            Err(error) => panic!("{error}: {}", String::from_utf8_lossy(&json)),
        }
    }
}

#[test]
fn each_resource_is_read_as_it_was_written() {
    use Resource::*;
    let all = [
        Sleep, Timeout, Tick, Join, JoinNext, Recv, Send, Oneshot, Closed, Broadcast, Watch, Lock,
        Read, Write, Acquire, Barrier, OnceCell, Notified, YieldNow, Budget, LocalSet, Socket,
        Process, Signal, Next, QueueJoin, Condition, Future,
    ];
    for on in all {
        let event =
            Event::Waits { lane: 7, on, place: None, within: vec![], among: None, beside: false };
        let written = record(event);
        assert_eq!(Record::parse(&json(&written)).expect("it is a record"), written);
    }
}

#[test]
fn a_resource_that_nobody_knows_is_a_future() {
    let json = br#"{"at":0,"wall":0,"thread":0,"is":"waits","lane":7,"on":"a kettle"}"#;
    let read = Record::parse(json).expect("it is a record").event;
    assert!(matches!(read, Event::Waits { on: Resource::Future, place: None, .. }), "{read:?}");
}

/// As recorders of other languages write them, and kept files have them.
#[test]
fn the_words_are_these() {
    let text = |event| String::from_utf8(json(&record(event))).expect("JSON is text");
    let head = r#"{"at":18446744073709551615,"wall":12,"thread":3,"#;
    assert_eq!(
        text(waits(1, Some(Among::Any), true)),
        format!(
            "{head}{}",
            concat!(
                r#""is":"waits","lane":7,"on":"recv","#,
                r#""place":{"file":"src/b.rs","line":4294967295,"column":1},"#,
                r#""within":[{"name":"work","place":{"file":"src/a.rs","line":4294967295,"column":1}}],"#,
                r#""among":"any","beside":true}"#,
            )
        )
    );
    assert_eq!(
        text(wakes(By::Lane(8))),
        format!(r#"{head}"is":"wakes","lane":7,"by":{{"lane":8}}}}"#)
    );
    assert_eq!(
        text(appears(Kind::Root, None, None, false)),
        format!(
            r#"{head}"is":"appears","lane":0,"kind":"root","name":"work","parent":null,"place":null}}"#
        )
    );
}

#[test]
fn a_record_of_another_version_is_not_read() {
    let parse = |version| {
        let (runtime, clock, threads) = ("tokio".to_owned(), Clock::Virtual, Threads::One);
        Record::parse(&json(&record(Event::Begins { version, runtime, clock, threads })))
    };
    assert!(parse(VERSION).is_ok());
    let error = parse(VERSION + 1).expect_err("it is of another version").to_string();
    assert!(error.contains(&format!("version {}", VERSION + 1)), "{error}");
}

#[test]
fn a_record_is_shortened_to_what_a_pipe_takes_in_one_piece() {
    let long = "\u{1}".repeat(10_000); // each is `\u0001` in JSON
    let called = Event::Appears {
        lane: 0,
        kind: Kind::Task,
        name: long.clone(),
        parent: None,
        place: Some(place("src/main.rs")),
        among: None,
        beside: false,
    };
    for event in [panics(&long, None), called, waits(1_000, None, false)] {
        let written = record(event);
        let frame = written.frame(MARK);
        assert!(frame.len() <= LONGEST, "{written:?}");
        assert_eq!(frame.last(), Some(&b'\n'));
        let read = Record::parse(&json(&written)).expect("it is whole");
        assert_ne!(read, written, "something was left out");
    }
}
