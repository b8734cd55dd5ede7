//! A claim that a schedule breaks is found, and one that holds is left alone.
//!
//! That the marks of the course hold is for `cargo xtask ci prove prove-random`.

use std::process::Command;
use std::time::Duration;

use playback::{Order, Reader, Recording};
use records::{Clock, Event, Kind, Record, Threads};
use xtask::explore::{Ending, Found, Output};
use xtask::prove::{Claims, flip, why};

const MARK: &str = "0123456789abcdef";

/// The recording of a program in which these lanes print these texts, each at its second.
fn recording(lines: &[(u32, u64, &str)]) -> Recording {
    let mut bytes = Vec::new();
    let frame = |at: u64, event: Event| {
        Record { at: at * 1_000_000, wall: 0, thread: 0, event }.frame(MARK)
    };
    let (runtime, version) = ("tokio".to_owned(), records::VERSION);
    let (clock, threads) = (Clock::Virtual, Threads::One);
    bytes.extend(frame(0, Event::Begins { version, runtime, clock, threads }));
    for lane in 0..=lines.iter().map(|line| line.0).max().unwrap_or(0) {
        let (kind, parent) = if lane == 0 { (Kind::Root, None) } else { (Kind::Task, Some(0)) };
        // What else a lane has to say is left out, as an older recorder does.
        let appears = serde_json::json!({
            "at": 0, "wall": 0, "thread": 0,
            "is": "appears", "lane": lane, "kind": kind, "name": "", "parent": parent, "place": null,
        });
        let record = Record::parse(appears.to_string().as_bytes()).expect("it is a record");
        bytes.extend(record.frame(MARK));
    }
    for &(lane, at, text) in lines {
        bytes.extend(frame(at, Event::Runs { lane }));
        bytes.extend(format!("{text}\n").bytes());
        bytes.extend(frame(at, Event::Stops { lane, wrote: None }));
    }
    bytes.extend(frame(9, Event::Returns { others: Some(0) }));
    let mut reader = Reader::new(MARK);
    reader.feed(&bytes, Duration::ZERO);
    reader.finish()
}

/// Schedules that print these lines, each separated by a blank.
fn found(mode: &str, outputs: &[&str]) -> Found {
    let output = |(number, text): (usize, &&str)| Output {
        printed: text.replace(' ', "\n") + "\n",
        ending: Ending::Returned,
        message: None,
        schedules: 1,
        replay: format!("{mode}-{number}"),
    };
    Found {
        mode: mode.to_owned(),
        schedules: outputs.len(),
        complete: true,
        repeats: true,
        over_budget: false,
        trace: Vec::new(),
        outputs: outputs.iter().enumerate().map(output).collect(),
    }
}

/// The replays of what breaks these claims.
fn broken(claim: Order, delays: &[&str], free: &[&str]) -> Vec<String> {
    let recording = recording(&[(1, 0, "a"), (2, 1, "b")]);
    let both = [found("delays", delays), found("free", free)];
    let claims = Claims::with(&recording, &both[0], &both[1], |_, _| claim);
    let replay = |pair| flip(&claims.lines, pair, &both).expect("a schedule broke it");
    claims.broken().map(|pair| replay(pair).replay.clone()).collect()
}

#[test]
fn a_false_because_is_caught_in_either_mode() {
    assert!(broken(Order::Because, &["a b"], &["a b"]).is_empty());
    assert_eq!(broken(Order::Because, &["a b"], &["a b", "b a"]), ["free-1"]);
    assert_eq!(broken(Order::Because, &["a b", "b a"], &["a b"]), ["delays-1"]);
    assert_eq!(broken(Order::Because, &["b a"], &["b a"]), ["delays-0"]);
}

#[test]
fn by_the_clock_is_held_against_the_delays_alone() {
    assert!(broken(Order::ByTheClock, &["a b"], &["a b", "b a"]).is_empty());
    assert_eq!(broken(Order::ByTheClock, &["a b", "b a"], &["b a"]), ["delays-1"]);
}

#[test]
fn what_is_not_promised_cannot_be_broken() {
    assert!(broken(Order::NotPromised, &["b a", "a b"], &["b a"]).is_empty());
}

#[test]
fn a_recording_that_claims_too_much_is_caught_and_its_own_claims_are_used() {
    // Lane 1 prints both: program order.
    let same_lane = recording(&[(1, 0, "a"), (1, 0, "b")]);
    let both = [found("delays", &["a b"]), found("free", &["a b", "b a"])];
    let claims = Claims::held(&same_lane, &both[0], &both[1]);
    assert_eq!(claims.number(Order::Because), 1);
    assert_eq!(claims.broken().count(), 1);
    assert_eq!(claims.across, 0);
    // Two lanes at one instant promise nothing.
    let claims = Claims::held(&recording(&[(1, 0, "a"), (2, 0, "b")]), &both[0], &both[1]);
    assert_eq!(claims.number(Order::NotPromised), 1);
    assert_eq!(claims.broken().count(), 0);
}

#[test]
fn what_several_lanes_print_alike_is_left_out_and_counted() {
    let recording = recording(&[(1, 0, "a"), (2, 0, "a"), (1, 1, "b"), (1, 2, "c")]);
    let both = [found("delays", &["a a b c"]), found("free", &["a a c b"])];
    let claims = Claims::with(&recording, &both[0], &both[1], |_, _| Order::Because);
    assert_eq!((claims.pairs.len(), claims.ambiguous), (1, 5));
    assert_eq!(claims.broken().count(), 1, "b and c can be told apart");
}

#[test]
fn an_order_that_nothing_flips_and_nothing_vouches_for_has_a_reason() {
    let recording = recording(&[(1, 0, "a"), (2, 1, "b")]);
    let both = [found("delays", &["a b"]), found("free", &["a b"])];
    let claims = Claims::held(&recording, &both[0], &both[1]);
    let unclaimed: Vec<_> = claims.pairs.iter().filter(|pair| pair.is_unclaimed()).collect();
    assert_eq!(unclaimed.len(), 1);
    assert_eq!(why(&recording, 0, 1), "no path between the two tasks is seen");
}

#[test]
fn the_command_line_is_checked_before_anything_is_built() {
    for (arguments, words) in [
        (vec!["--program", "17-x"], "`17-x` is no random program"),
        (vec!["--program", "17", "--replay", "first"], "`first` is no schedule's name"),
        (vec!["--replay", "free-0"], "--program"),
        (vec!["tasks", "--random", "3"], "cannot be used with"),
        (vec!["--seed", "3"], "--random"),
        (vec!["taks/main"], "tasks"),
        (vec!["--random", "0"], "--random"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        let output = command.arg("prove").args(&arguments).output().expect("xtask starts");
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {stderr}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(stderr.contains(words), "{arguments:?}: {stderr}");
    }
}
