//! Whatever a program did to its stdout, its lines and records come apart again.

use std::time::Duration;

use playback::{Reader, Recording};
use records::{By, Clock, Event, How, Kind, Record, Resource, Threads, VERSION};

const MARK: &str = "0123456789abcdef";

fn record(at: u64, event: Event) -> Vec<u8> {
    Record { at, wall: 0, thread: 0, event }.frame(MARK)
}

fn begins() -> Vec<u8> {
    let runtime = "tokio".to_owned();
    let (clock, threads) = (Clock::Virtual, Threads::One);
    record(0, Event::Begins { version: VERSION, runtime, clock, threads })
}

fn appears(lane: u32, name: &str) -> Vec<u8> {
    let kind = if lane == 0 { Kind::Root } else { Kind::Task };
    record(
        0,
        Event::Appears {
            lane,
            kind,
            name: name.to_owned(),
            parent: None,
            place: None,
            among: None,
            beside: false,
        },
    )
}

fn runs(at: u64, lane: u32) -> Vec<u8> {
    record(at, Event::Runs { lane })
}

fn stops(at: u64, lane: u32) -> Vec<u8> {
    record(at, Event::Stops { lane, wrote: None })
}

fn read(bytes: &[u8]) -> Recording {
    read_in_pieces(bytes, bytes.len().max(1))
}

fn read_in_pieces(bytes: &[u8], size: usize) -> Recording {
    let mut reader = Reader::new(MARK);
    for piece in bytes.chunks(size) {
        reader.feed(piece, Duration::ZERO);
    }
    reader.finish()
}

fn texts(recording: &Recording) -> Vec<&[u8]> {
    recording.lines.iter().map(|line| line.text.as_slice()).collect()
}

#[test]
fn lines_belong_to_the_lane_that_runs() {
    let stream = [
        begins(),
        appears(0, "main"),
        runs(0, 0),
        b"one\n".to_vec(),
        appears(1, "worker"),
        stops(0, 0),
        runs(0, 1),
        b"two\n".to_vec(),
        stops(0, 1),
        runs(1_500_000, 0),
        b"three\n".to_vec(),
        stops(1_500_000, 0),
        b"four\n".to_vec(),
    ]
    .concat();
    let expected = concat!(
        "  0 s  main     1                one\n",
        "  0 s  worker   1  not promised  two\n",
        "1.5 s  main     2  by the clock  three\n",
        "1.5 s  outside  1  not promised  four\n",
    );
    assert_eq!(read(&stream).transcript(), expected);
    for size in 1..=stream.len() {
        assert_eq!(read_in_pieces(&stream, size).transcript(), expected, "in pieces of {size}");
    }
}

#[test]
fn a_line_printed_in_halves_belongs_to_the_lane_that_ends_it() {
    let stream = [
        begins(),
        appears(0, "first"),
        appears(1, "second"),
        runs(0, 0),
        b"half ".to_vec(),
        stops(0, 0),
        runs(7, 1),
        b"and half\n".to_vec(),
        stops(7, 1),
    ]
    .concat();
    let recording = read(&stream);
    assert_eq!(texts(&recording), [b"half and half"]);
    assert_eq!(recording.lines[0].lane, Some(1));
    assert_eq!(recording.lines[0].at, 7);
}

#[test]
fn of_two_threads_the_one_that_wrote_so_much_printed_the_line() {
    let on = |thread, event| Record { at: 0, wall: 0, thread, event }.frame(MARK);
    let stream = [
        begins(),
        appears(0, "main"),
        appears(1, "short"),
        appears(2, "long"),
        on(1, Event::Runs { lane: 1 }),
        on(2, Event::Runs { lane: 2 }),
        b"three\n".to_vec(),
        b"a longer line\n".to_vec(),
        b"printed outside\n".to_vec(),
        on(1, Event::Stops { lane: 1, wrote: Some(6) }),
        on(2, Event::Stops { lane: 2, wrote: Some(14) }),
    ]
    .concat();
    let expected = [
        "short    1                three",
        "long     1  not promised  a longer line",
        "outside  1  not promised  printed outside",
    ];
    assert_eq!(read(&stream).untimed_transcript().lines().collect::<Vec<_>>(), expected);
}

/// The recorder counts polls together that follow one another quickly.
#[test]
fn a_count_is_of_the_polls_before_it_too_of_which_nothing_is_said() {
    let on = |thread, event| Record { at: 0, wall: 0, thread, event }.frame(MARK);
    let poll = |lane, text: &str, wrote| {
        let (runs, stops) = (Event::Runs { lane }, Event::Stops { lane, wrote });
        [on(0, runs), text.as_bytes().to_vec(), on(0, stops)].concat()
    };
    let stream = [
        begins(),
        appears(0, "main"),
        appears(1, "work"),
        poll(0, "by itself\n", Some(10)),
        poll(0, "together\n", None),
        on(1, Event::Runs { lane: 2 }),
        on(1, Event::Stops { lane: 2, wrote: Some(14) }),
        poll(1, "with this one\n", Some(23)),
        poll(1, "printed outside\n", None),
        poll(0, "", Some(0)),
        poll(0, "nobody counts any more\n", None),
    ]
    .concat();
    let order = read(&stream).untimed_transcript();
    let printers: Vec<&str> =
        order.lines().map(|line| line.split_whitespace().next().unwrap_or_default()).collect();
    assert_eq!(printers, ["main", "main", "work", "outside", "main"], "{order}");
}

#[test]
fn the_last_line_needs_no_newline() {
    let recording = read(&[begins(), b"whole\npart".to_vec()].concat());
    assert_eq!(texts(&recording), [b"whole".as_slice(), b"part"]);
    assert!(recording.lines[0].is_whole);
    assert!(!recording.lines[1].is_whole);
    assert!(recording.transcript().ends_with("part (no newline)\n"));
}

#[test]
fn a_line_of_ten_megabytes_is_kept_whole_and_shown_short() {
    let mut stream = begins();
    stream.extend(std::iter::repeat_n(b'x', 10 << 20));
    stream.push(b'\n');
    let recording = read_in_pieces(&stream, 64 << 10);
    assert_eq!(recording.lines[0].text.len(), 10 << 20);
    assert!(recording.transcript().ends_with("xxx… (10485760 bytes)\n"));
    assert!(recording.transcript().len() < 300);
}

#[test]
fn bytes_that_are_no_text_are_kept() {
    let recording = read(b"\0nul \xff\xfe tab\t\x1b[31mred\n");
    assert_eq!(texts(&recording), [b"\0nul \xff\xfe tab\t\x1b[31mred"]);
    let shown = r"outside  1    \u{0}nul �� tab\t\u{1b}[31mred";
    assert_eq!(recording.untimed_transcript(), format!("{shown}\n"));
}

#[test]
fn a_record_that_is_cut_in_half_is_counted_and_shown_to_nobody() {
    let whole = [begins(), b"line\n".to_vec(), runs(0, 0)].concat();
    let last = runs(0, 0).len();
    for missing in 1..last - 1 - MARK.len() {
        let recording = read(&whole[..whole.len() - missing]);
        assert_eq!(recording.unreadable, 1, "{missing} bytes missing");
        assert_eq!(texts(&recording), [b"line"]);
    }
}

#[test]
fn a_program_that_prints_the_separator_is_no_recorder() {
    let mut foreign = runs(0, 0);
    foreign[1] = b'f';
    let stream = [b"a\x1eb\n\x1e".to_vec(), MARK[..9].into(), b"\n".to_vec(), foreign].concat();
    for size in 1..=stream.len() {
        let recording = read_in_pieces(&stream, size);
        assert_eq!(recording.records, []);
        assert_eq!(recording.lines.len(), 3, "in pieces of {size}");
        assert_eq!(recording.lines[0].text, b"a\x1eb");
    }
}

#[test]
fn a_mark_without_an_end_is_printed_text() {
    let opening = [b"\x1e", MARK.as_bytes()].concat();
    let stream = [opening.as_slice(), &vec![b'x'; 2 * records::LONGEST], b"\nnext\n"].concat();
    let recording = read_in_pieces(&stream, 100);
    assert_eq!(recording.lines.len(), 2);
    assert_eq!(recording.lines[1].text, b"next");
}

#[test]
fn lanes_of_one_name_are_numbered() {
    let stream =
        [begins(), appears(0, "main"), appears(1, "worker"), appears(2, "worker")].concat();
    let recording = read(&stream);
    let names: Vec<&str> = recording.lanes.iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(names, ["main", "worker#1", "worker#2"]);
}

#[test]
fn a_silent_program_is_told_by_its_lanes() {
    let stream = [
        begins(),
        appears(0, "nap"),
        runs(0, 0),
        stops(0, 0),
        runs(1_000_000, 0),
        stops(1_000_000, 0),
        record(1_000_000, Event::Ends { lane: 0, how: How::Done }),
    ]
    .concat();
    let recording = read(&stream);
    assert_eq!(recording.transcript(), "(prints nothing)\n1 s  nap  done\n");
    assert_eq!(recording.untimed_transcript(), "(prints nothing)\nnap\n");
}

#[test]
fn nothing_is_a_recording_of_nothing() {
    let recording = read(b"");
    assert_eq!(recording.clock, None);
    assert_eq!(recording.transcript(), "(prints nothing)\n");
}

fn waits(lane: u32, on: Resource, line: u32) -> Vec<u8> {
    let place = Some(records::Place { file: "src/main.rs".to_owned(), line, column: 0 });
    let within = Vec::new();
    record(0, Event::Waits { lane, on, place, within, among: None, beside: false })
}

#[test]
fn who_polls_a_new_coroutine_waits_no_longer_for_what_it_waited_for_before() {
    let coroutine = Event::Appears {
        lane: 1,
        kind: Kind::Coroutine,
        name: "fetch".to_owned(),
        parent: Some(0),
        place: None,
        among: None,
        beside: true,
    };
    let sleeps =
        [begins(), appears(0, "main"), runs(0, 0), waits(0, Resource::Sleep, 1), stops(0, 0)];
    let joins =
        [runs(1, 0), record(1, coroutine), runs(1, 1), waits(1, Resource::Recv, 2), stops(1, 1)];
    let recording = read(&[sleeps.concat(), joins.concat(), stops(1, 0)].concat());
    let states: Vec<String> = recording.unfinished().iter().map(ToString::to_string).collect();
    assert_eq!(states, ["`main` is suspended", "`fetch` waits for a message (src/main.rs:2)"]);
}

#[test]
fn whoever_has_not_ended_says_what_it_waits_for() {
    let stream = [
        begins(),
        appears(0, "main"),
        appears(1, "reader"),
        appears(2, "spinner"),
        appears(3, "unborn"),
        appears(4, "gone"),
        runs(0, 0),
        waits(0, Resource::Sleep, 4),
        stops(0, 0),
        runs(0, 1),
        waits(1, Resource::Recv, 9),
        stops(0, 1),
        record(0, Event::Wakes { lane: 0, by: By::Clock }),
        runs(5, 0),
        waits(0, Resource::Join, 17),
        stops(5, 0),
        record(5, Event::Ends { lane: 4, how: How::Cancelled }),
        runs(2_000_000, 2),
    ]
    .concat();
    let states: Vec<String> = read(&stream).unfinished().iter().map(ToString::to_string).collect();
    assert_eq!(
        states,
        [
            "`main` waits for a task to end (src/main.rs:17)",
            "`reader` waits for a message (src/main.rs:9)",
            "`spinner` has run since 2 s without coming to an await",
            "`unborn` is ready to run and has not been given its turn",
        ]
    );
}

#[test]
fn the_virtual_clock_has_no_time_for_the_world_outside() {
    let woken = record(0, Event::Wakes { lane: 0, by: By::Thread });
    let recording = read(&[begins(), appears(0, "main"), woken].concat());
    let outside = recording.outside().expect("a thread woke main");
    assert_eq!(outside.to_string(), "a thread of its own woke `main`");
}
