//! A key of five lines, and what is said of their orders.

use records::{Clock, Place};

use super::judge::judge;
use super::key::{After, Key, Line, Tie};
use super::text::Prediction;
use super::why::{Hop, Is};
use crate::exercises::verdict::Verdict;

/// `main` starts two tasks, which wait for a second and for two, and awaits the second:
///
/// started, then in any order one and two; pair, which no schedule prints before two; end.
fn key() -> Key {
    const ORDERS: [&[Tie]; 5] = [
        &[],
        &[Tie::NotPromised],
        &[Tie::NotPromised, Tie::NotPromised],
        &[Tie::Because, Tie::ByTheClock, Tie::NeverOtherwise],
        &[Tie::Because, Tie::ByTheClock, Tie::Because, Tie::ByTheClock],
    ];
    let texts = ["started", "one", "two", "pair", "end"];
    let seconds = [0, 0, 0, 1, 2];
    let awaits = Hop {
        is: Is::AwaitsTask,
        who: "main".to_owned(),
        whom: Some("work#2".to_owned()),
        place: Some(Place { file: "crates/tea/src/main.rs".to_owned(), line: 17, column: 0 }),
    };
    let line = |place: usize| Line {
        text: texts[place].to_owned(),
        at: seconds[place] * 1_000_000,
        lane: "main".to_owned(),
        after: ORDERS[place]
            .iter()
            .map(|order| After {
                order: *order,
                why: if *order == Tie::Because { vec![awaits.clone()] } else { Vec::new() },
            })
            .collect(),
    };
    Key {
        program: "tea/main".to_owned(),
        clock: Clock::Virtual,
        schedules: 45,
        lines: (0..texts.len()).map(line).collect(),
        asyncio: vec![0, 2, 1, 4],
    }
}

fn judged(text: &str) -> Verdict {
    judge(&key(), &Prediction::parse(text))
}

#[track_caller]
fn earns(text: &str, name: &str, words: &[&str]) {
    let verdict = judged(text);
    assert_eq!(verdict.name, name, "{}", verdict.why);
    let place = verdict.place.map(|place| place.to_string()).unwrap_or_default();
    let said = format!("{place} | {} | {}", verdict.why, verdict.asyncio);
    for word in words {
        assert!(said.contains(word), "no `{word}` in: {said}");
    }
}

#[test]
fn the_recorded_order_with_its_marks_is_right() {
    assert_eq!(key().solution(), "started\n~ one\n~ two\n~ pair\nend\n");
    earns(&key().solution(), "right", &["what is luck is marked", "prints `two` before `one`"]);
}

#[test]
fn who_calls_luck_what_was_never_seen_otherwise_is_right_and_so_is_who_does_not() {
    earns(
        "started\n~ one\n~ two\npair\nend\n",
        "right",
        &["Of `two` and `pair` no promise", "none of 45 schedules"],
    );
}

#[test]
fn lines_that_nothing_keeps_apart_may_stand_either_way_round() {
    let said = "The recorded run printed `started` before `two`";
    earns("two\n~ started\n~ one\npair\nend\n", "right", &[said]);
}

#[test]
fn the_first_line_s_mark_says_nothing() {
    earns("~ started\n~ one\n~ two\npair\nend\n", "right", &["no line stands above it"]);
}

#[test]
fn a_promise_is_broken_by_the_place_and_not_by_the_mark() {
    let words = ["exercise.txt:5", "`pair` comes before `end`", "1 s and 2 s"];
    earns("started\n~ one\n~ two\nend\n~ pair\n", "wrong order", &words);
}

#[test]
fn the_reason_of_a_promise_names_its_await() {
    let words = ["`two` comes before `end`, in every schedule", "(crates/tea/src/main.rs:17)"];
    earns("started\n~ one\npair\nend\ntwo\n", "wrong order", &words);
}

#[test]
fn what_no_schedule_prints_is_in_the_wrong_order_too() {
    let words = ["`two` comes before `pair`", "of 45 schedules that were tried none"];
    earns("started\n~ one\npair\n~ two\nend\n", "wrong order", &words);
}

#[test]
fn luck_is_to_be_marked() {
    let words =
        ["exercise.txt:4", "Nothing in the program puts `one` before `two`", "prints `two` first"];
    earns("# goal\nstarted\n~ one\ntwo\npair\nend\n", "luck not marked", &words);
}

#[test]
fn what_is_promised_is_no_luck() {
    let words = ["exercise.txt:5", "it always comes after `pair`", "1 s and 2 s"];
    earns("started\n~ one\n~ two\npair\n~ end\n", "promised after all", &words);
}

#[test]
fn all_marks_at_once_are_no_way_through() {
    earns("~ started\n~ one\n~ two\n~ pair\n~ end\n", "promised after all", &[]);
}

#[test]
fn order_comes_before_marks() {
    earns("end\nstarted\none\ntwo\npair\n", "wrong order", &[]);
}

#[test]
fn a_line_is_missing() {
    let words = ["`pair` is missing", "5 lines, here are 4"];
    earns("started\n~ one\n~ two\nend\n", "line missing", &words);
}

#[test]
fn a_line_is_unknown() {
    let words = ["exercise.txt:1", "does not print `startet`", "Is it `started`?"];
    earns("startet\n~ one\n~ two\npair\nend\n", "line unknown", &words);
    let verdict = judged("\u{1b}[2Jx\n");
    assert!(!verdict.why.contains('\u{1b}'), "{}", verdict.why);
}

#[test]
fn a_line_is_there_twice() {
    earns(
        "started\n~ one\none\n~ two\npair\nend\n",
        "line unknown",
        &["exercise.txt:3", "second time"],
    );
}

#[test]
fn a_file_without_lines_does_not_pass() {
    earns("# goal\n\n", "emptied", &[]);
    earns("", "emptied", &[]);
}

#[test]
fn a_key_reads_as_it_was_written() {
    let text = key().json().expect("a key is plain data");
    assert_eq!(serde_json::from_str::<Key>(&text).expect("it is one"), key());
}

#[test]
fn on_the_real_clock_a_late_line_is_no_other() {
    let mut was = key();
    was.clock = Clock::Real;
    let mut now = was.clone();
    now.lines[3].at += 90_000;
    assert_eq!(now.clone().timed_as(&was), was);
    now.lines[3].at += 90_000;
    assert_ne!(now.timed_as(&was), was);
    let mut now = key();
    now.lines[3].at += 1;
    assert_ne!(now.timed_as(&key()), key(), "the virtual clock is exact");
}
