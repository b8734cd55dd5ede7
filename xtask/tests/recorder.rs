//! The recorder sees who waits, on what, at which line, and who wakes whom: one probe, one test.
//!
//! The probes are in `xtask/probes/examples`; what each must be seen to do is a snapshot, a line for
//! a record.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::LazyLock;

use playback::Recording;
use records::{Among, By, Event, How, Place};
use xtask::course::{Course, Program};
use xtask::stage::{Terms, play_quietly};
use xtask::test::play_again;

/// All probes, played once.
static PROBES: LazyLock<HashMap<String, Recording>> = LazyLock::new(|| {
    let course = Course::fixtures().expect("the probes are found");
    let programs: Vec<&Program> =
        course.programs().filter(|program| program.lesson == "probes").collect();
    let played = play_quietly(&course, &programs, Terms::default()).expect("the probes are built");
    let recording = |played: xtask::stage::Played<'_>| {
        let played = play_again(&course, &played).unwrap_or(played);
        let name = played.program.name.clone();
        assert!(played.trouble.is_none(), "{name}: {:?}", played.trouble);
        (name, played.play.expect("it was played").recording)
    };
    played.into_iter().map(recording).collect()
});

macro_rules! seen {
    ($($probe:ident)*) => {
        $(
            #[test]
            fn $probe() {
                insta::with_settings!({ omit_expression => true }, {
                    insta::assert_snapshot!(stringify!($probe), story(&PROBES[stringify!($probe)]));
                });
            }
        )*
    };
}

seen! {
    abort
    bounded
    gives_way
    join
    join_set
    local_set
    mutex
    notify
    oneshot
    own_runtimes
    panic
    select
    semaphore
    spawn
    timeout
    unbounded
    watch

}

#[test]
fn spawn_blocking() {
    let probe = &PROBES["blocking_call"];
    let lane = |name: &str| probe.lanes.iter().find(|lane| lane.name == name).expect(name);
    let (main, hash) = (lane("main"), lane("hash"));
    assert_eq!(hash.kind, records::Kind::Blocking);
    assert_eq!(hash.parent, Some(main.number));
    assert_eq!(hash.end, Some(How::Done));
    assert_eq!(waits_of(probe, "main"), ["sleep at 14", "join at 16"]);
    assert_eq!(wakes_of(probe, "main"), ["clock", "hash"]);
    let order = "main  1                meanwhile\nhash  1  by the clock  hashed\nmain  2  because       7\n";
    assert_eq!(probe.untimed_transcript(), order);
    assert!(thread_of(probe, hash.number) != thread_of(probe, main.number));
}

#[test]
fn multi_thread() {
    let probe = &PROBES["multi_thread"];
    let names: Vec<&str> = probe.lanes.iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(names, ["main", "producer"], "the workers themselves are no lanes");
    assert_eq!(probe.threads, Some(records::Threads::Several));
    assert_eq!(waits_of(probe, "producer"), ["sleep at 8"]);
    assert_eq!(wakes_of(probe, "producer"), ["clock"]);
    assert_eq!(waits_of(probe, "main")[0], "recv at 16");
    assert_eq!(wakes_of(probe, "main")[0], "producer");
    let producer = probe.lanes[1].number;
    assert!(thread_of(probe, producer) != thread_of(probe, probe.lanes[0].number));
}

#[test]
fn a_program_that_holds_stdouts_lock_while_another_thread_records_still_ends() {
    let probe = &PROBES["holds_stdout"];
    assert!(probe.returned);
    assert_eq!(probe.untimed_transcript(), "main  1    half and half: 7\n");
}

/// A line for each record, and for each printed line.
fn story(recording: &Recording) -> String {
    let mut story = String::new();
    let mut lines = recording.lines.iter().peekable();
    for (number, record) in recording.records.iter().enumerate() {
        while let Some(line) = lines.next_if(|line| line.after <= number) {
            let name = recording.name(line.lane);
            let text = String::from_utf8_lossy(&line.text);
            let _ = writeln!(story, "{:>4} ms  {name} prints {text}", line.at / 1000);
        }
        if let Some(words) = words(recording, &record.event) {
            let _ = writeln!(story, "{:>4} ms  {words}", record.at / 1000);
        }
    }
    story
}

fn words(recording: &Recording, event: &Event) -> Option<String> {
    let name = |lane: &u32| recording.name(Some(*lane));
    let at = |place: &Option<Place>| match place {
        Some(place) => format!(" at {place}"),
        None => String::new(),
    };
    Some(match event {
        Event::Begins { clock, threads, .. } => format!("begins: {clock:?}, {threads:?}"),
        Event::Appears { lane, kind, parent, place, among, beside, .. } => {
            let parent = parent.as_ref().map(|parent| format!(" by {}", name(parent)));
            let parent = parent.unwrap_or_default();
            let (among, beside) = (among_what(*among), branch(*beside));
            format!("{} appears: {kind:?}{parent}{}{among}{beside}", name(lane), at(place))
        }
        Event::Runs { lane } => format!("{} runs", name(lane)),
        Event::Stops { lane, .. } => format!("{} stops", name(lane)),
        Event::Waits { lane, on, place, within, among, beside } => {
            let within: Vec<&str> = within.iter().map(|frame| frame.name.as_str()).collect();
            let within = within.join(" in ");
            let (among, beside) = (among_what(*among), branch(*beside));
            format!("{} waits: {}{} in {within}{among}{beside}", name(lane), on.word(), at(place))
        }
        Event::Takes { lane } => format!("{} takes", name(lane)),
        Event::Wakes { lane, by } => format!("{} is woken by {}", name(lane), waker(recording, by)),
        Event::Ends { lane, how } => format!("{} ends: {how:?}", name(lane)),
        Event::Panics { lane, message, place } => {
            format!("{} panics: {message}{}", recording.name(*lane), at(place))
        }
        Event::Limit { .. } => "the clock is at its limit".to_owned(),
        Event::Returns { .. } => "returns".to_owned(),
    })
}

fn branch(beside: bool) -> &'static str {
    if beside { ", in a branch" } else { "" }
}

fn among_what(among: Option<Among>) -> &'static str {
    match among {
        Some(Among::All) => ", needs it",
        Some(Among::Any) => ", needs it or another",
        Some(Among::Next) => ", takes what is ready next",
        None => "",
    }
}

fn waker(recording: &Recording, by: &By) -> String {
    match by {
        By::Lane(lane) => recording.name(Some(*lane)).to_owned(),
        other => format!("{other:?}").to_lowercase(),
    }
}

fn waits_of(recording: &Recording, name: &str) -> Vec<String> {
    let of = |record: &records::Record| match &record.event {
        Event::Waits { lane, on, place: Some(place), .. }
            if recording.name(Some(*lane)) == name =>
        {
            Some(format!("{} at {}", on.word(), place.line))
        }
        _ => None,
    };
    let mut waits: Vec<String> = recording.records.iter().filter_map(of).collect();
    waits.dedup();
    waits
}

fn wakes_of(recording: &Recording, name: &str) -> Vec<String> {
    let of = |record: &records::Record| match &record.event {
        Event::Wakes { lane, by } if recording.name(Some(*lane)) == name => {
            Some(waker(recording, by))
        }
        _ => None,
    };
    recording.records.iter().filter_map(of).collect()
}

fn thread_of(recording: &Recording, lane: u32) -> u32 {
    let runs = |record: &&records::Record| matches!(record.event, Event::Runs { lane: ran } if ran == lane);
    recording.records.iter().find(runs).expect("it runs").thread
}
