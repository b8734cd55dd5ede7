//! `cargo xtask learn` in a terminal, as a learner meets it: what the screens show, what keys and saves
//! do, and that nothing is left behind.
//!
//! The exercises are copies of those in `xtask/fixtures/exercises`.

#![cfg(target_os = "linux")]

mod terminal;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use terminal::{Copy, Deadline, Terminal, closes_after, piped};

const TWO_AT_ONCE: &str = "use crate::rest;

pub async fn both() -> (u64, u64) {
    tokio::join!(rest(2), rest(3))
}
";

const NOT_AWAITED: &str = "use crate::rest;

pub async fn both() -> (u64, u64) {
    (rest(2), rest(3).await)
}
";

const ENDLESS: &str = "pub async fn both() -> (u64, u64) {
    println!(\"around and around\");
    loop {}
}
";

const AS_THEY_COME: &str = "use crate::answer;

pub async fn answers() -> Vec<u64> {
    let (a, b, c) = tokio::join!(answer(1), answer(2), answer(3));
    vec![a, b, c]
}
";

const AS_ASKED: &str = "use crate::answer;

pub async fn answers() -> Vec<u64> {
    let (a, b, c) = tokio::join!(answer(3), answer(1), answer(2));
    vec![a, b, c]
}
";

const NO_TASK: &str = "use crate::job;

pub async fn work() {
    job().await;
}
";

const HANDLE_AWAITED: &str = "use crate::job;

pub async fn work() {
    tokio::spawn(job()).await.expect(\"the job does not panic\");
}
";

/// Through the small course, a wrong answer for each exercise on the way.
fn through_three_exercises(name: &str, columns: u16, variables: &[(&str, &str)]) -> String {
    let copy = Copy::of(name);
    let mut terminal = Terminal::learn(&copy, columns, variables);
    let screen = |terminal: &Terminal, what: &str| {
        insta::assert_snapshot!(format!("{name}_{what}"), terminal.screen());
    };
    terminal.wait_for("? all keys");
    assert!(terminal.is_taken());
    screen(&terminal, "1_opens");

    copy.save("two_at_once", NOT_AWAITED);
    terminal.wait_for("does not compile");
    terminal.wait_for("? all keys");
    screen(&terminal, "2_does_not_compile");

    copy.save("two_at_once", ENDLESS);
    terminal.wait_for("Saved. Checking.");
    copy.until_it_runs();
    terminal.press("h");
    terminal.wait_for("Hint 1");
    terminal.press("?");
    terminal.wait_for("quit");
    terminal.press("s");
    terminal.wait_for("s once more");
    screen(&terminal, "3_keys_during_a_run");
    let runs = copy.processes();
    assert_eq!(runs.len(), 1, "it still runs");
    copy.save("two_at_once", TWO_AT_ONCE);
    terminal.wait_for("the run before it is stopped");
    copy.is_gone(runs[0]);
    terminal.wait_for("n next: fixtures/in_the_order_asked");
    screen(&terminal, "4_right");
    copy.nothing_is_left();
    let verdicts = terminal.written().matches("The verdict on").count();
    assert_eq!(verdicts, 3, "nobody is told of the run that was stopped");

    terminal.press("n");
    terminal.wait_for("Exercise 2 of 3");
    terminal.wait_for("? all keys");
    copy.save("in_the_order_asked", AS_THEY_COME);
    terminal.wait_for("wrong result");
    terminal.wait_for("? all keys");
    terminal.press("t");
    terminal.wait_for("main is done.");
    screen(&terminal, "5_steps");
    copy.save("in_the_order_asked", AS_ASKED);
    terminal.wait_for("n next: fixtures/leave_nothing_behind");

    terminal.press("n");
    terminal.wait_for("Exercise 3 of 3");
    terminal.wait_for("handle dropped");
    terminal.wait_for("? all keys");
    copy.save("leave_nothing_behind", NO_TASK);
    terminal.wait_for("no task");
    terminal.wait_for("? all keys");
    screen(&terminal, "6_no_task");
    terminal.press("l");
    terminal.wait_for("stays here: ");
    copy.save("leave_nothing_behind", HANDLE_AWAITED);
    terminal.wait_for("All exercises are done.");
    terminal.wait_for("stays here: ");
    screen(&terminal, "7_all_done");
    terminal.press("two\r");
    terminal.wait_for("It is done");
    terminal.wait_for("n next: fixtures/in_the_order_asked");
    screen(&terminal, "8_chosen_by_name");
    terminal.press("q");
    let written = terminal.written();
    assert_eq!(terminal.ends(), Some(0));
    copy.nothing_is_left();

    // It is remembered.
    let mut terminal = Terminal::learn(&copy, columns, variables);
    terminal.wait_for("All 3 exercises are done.");
    terminal.press("q");
    assert_eq!(terminal.ends(), Some(0));
    written
}

#[test]
fn through_three_exercises_at_80_columns() {
    through_three_exercises("wide", 80, &[]);
}

#[test]
fn through_three_exercises_at_60_columns_without_colour() {
    let written = through_three_exercises("narrow", 60, &[("NO_COLOR", "1")]);
    assert!(!written.contains('\u{1b}'), "{written:?}");
}

#[test]
fn a_signal_during_a_run_leaves_no_child_and_restores_the_terminal() {
    let copy = Copy::of("signals");
    for signal in ["Ctrl-C", "-TERM"] {
        let mut terminal = Terminal::learn(&copy, 80, &[]);
        terminal.wait_for("? all keys");
        copy.save("two_at_once", &format!("// {signal}\n{ENDLESS}"));
        terminal.wait_for("Saved");
        copy.until_it_runs();
        assert!(terminal.is_taken());
        if signal == "Ctrl-C" {
            terminal.press("\u{3}");
        } else {
            let id = terminal.child.id().to_string();
            let killed = Command::new("kill").args([signal, &id]).status();
            assert!(killed.expect("there is a kill").success());
        }
        assert_eq!(terminal.ends(), Some(130), "{signal}");
        copy.nothing_is_left();
        copy.save("two_at_once", TWO_AT_ONCE);
    }
}

#[test]
fn a_terminal_that_closes_ends_the_runner_and_what_runs() {
    let copy = Copy::of("closes");
    let (mut runner, deadline) = closes_after(&copy, "? all keys", || {
        copy.save("two_at_once", ENDLESS);
        copy.until_it_runs();
    });
    // Whether it hears of it as a signal or as an error of the terminal, it ends.
    let status = runner.wait().expect("it ends");
    deadline.kept();
    assert_ne!(status.code(), Some(0), "{status}");
    copy.nothing_is_left();
    assert_eq!(fs::read_to_string(copy.file("two_at_once")).expect("it is there"), ENDLESS);
}

#[test]
fn a_file_that_is_saved_in_halves_is_judged_whole() {
    let copy = Copy::of("halves");
    let file = copy.file("two_at_once");
    let mut terminal = Terminal::learn(&copy, 250, &[]);
    terminal.wait_for("? all keys");
    let (first, second) = TWO_AT_ONCE.split_at(TWO_AT_ONCE.len() / 2);
    copy.save("two_at_once", first);
    terminal.wait_for("does not compile");
    terminal.wait_for("? all keys");
    let mut rest = fs::OpenOptions::new().append(true).open(&file).expect("it is there");
    rest.write_all(second.as_bytes()).expect("written");
    drop(rest);
    terminal.wait_for("n next: fixtures/in_the_order_asked");
    // Nothing at all, and then everything, as who truncates before he writes.
    copy.save("two_at_once", "");
    terminal.wait_for("emptied");
    terminal.wait_for("? all keys");
    copy.save("two_at_once", TWO_AT_ONCE);
    terminal.wait_for("n next: fixtures/in_the_order_asked");
    terminal.press("q");
    assert_eq!(terminal.ends(), Some(0));
}

#[test]
fn it_survives_what_editors_do() {
    let copy = Copy::of("editors");
    let file = copy.file("two_at_once");
    // Wide enough for every path.
    let mut terminal = Terminal::learn(&copy, 250, &[]);
    terminal.wait_for("? all keys");

    // Another file, renamed over the first.
    let beside = file.with_extension("rs~");
    fs::write(&beside, TWO_AT_ONCE).expect("written");
    fs::rename(&beside, &file).expect("renamed");
    terminal.wait_for("Saved. Checking.");
    terminal.wait_for("n next");

    // The same once more, and at no moment less than that.
    let mut same = fs::OpenOptions::new().write(true).open(&file).expect("it is there");
    same.write_all(TWO_AT_ONCE.as_bytes()).expect("written");
    drop(same);
    terminal.wait_for("nothing is changed");

    // The first file moved away, and a new one written after a while.
    fs::rename(&file, &beside).expect("renamed");
    terminal.wait_for("exercise.rs is gone");
    fs::write(&file, NOT_AWAITED).expect("written");
    terminal.wait_for("there again");
    terminal.wait_for("does not compile");
    terminal.wait_for("? all keys");

    // Many saves, of which the last counts.
    for number in 0..20 {
        fs::write(&file, format!("// {number}\n{NOT_AWAITED}")).expect("written");
        thread::sleep(Duration::from_millis(5));
    }
    fs::write(&file, TWO_AT_ONCE).expect("written");
    terminal.wait_for("n next");

    fs::remove_file(&file).expect("removed");
    terminal.wait_for("exercise.rs is gone");
    terminal.press("x");
    terminal.wait_for("once more");
    terminal.press("x");
    terminal.wait_for("is back as it was");
    terminal.wait_for("too late");
    terminal.wait_for("? all keys");

    // Another folder in the place of the first.
    let folder = file.parent().expect("it lies in a folder");
    let other = folder.with_file_name("other");
    Command::new("cp").arg("-r").args([folder, &other]).status().expect("copied");
    fs::remove_dir_all(folder).expect("removed");
    terminal.wait_for("exercise.rs is gone");
    fs::rename(&other, folder).expect("renamed");
    terminal.wait_for("there again");
    terminal.wait_for("too late");
    terminal.wait_for("? all keys");
    copy.save("two_at_once", TWO_AT_ONCE);
    terminal.wait_for("Saved. Checking.");
    terminal.wait_for("n next");

    terminal.resize(60);
    terminal.wait_for("The same, for the new width");
    terminal.wait_for("right");
    terminal.press("q");
    assert_eq!(terminal.ends(), Some(0));
}

#[test]
fn keys_ask_before_they_take_something_away() {
    let copy = Copy::of("keys");
    let mut terminal = Terminal::learn(&copy, 80, &[]);
    terminal.wait_for("? all keys");
    for (keys, words) in [
        ("p", "This is the first exercise."),
        ("s", "s once more"),
        ("h", "Hint 1"),
        // Something else came between.
        ("s", "s once more"),
        ("s", "`join!` polls both."),
        ("h", "Hint 2 of 2"),
        ("h", "That was the last one."),
        ("z", "`z` is no key"),
        ("n", "stays open"),
        ("", "Exercise 2 of 3"),
        ("", "? all keys"),
        ("p", "Exercise 1 of 3"),
        ("", "? all keys"),
        ("l9\r", "There is no exercise 9"),
        ("lleaf_nothing\r", "Is it `leave_nothing_behind`?"),
        ("l3\r", "Exercise 3 of 3"),
        ("", "? all keys"),
        ("r", "Checking again."),
        ("", "handle dropped"),
        ("", "? all keys"),
    ] {
        terminal.press(keys);
        terminal.wait_for(words);
    }
    copy.save("leave_nothing_behind", NO_TASK);
    terminal.wait_for("no task");
    terminal.press("x");
    terminal.wait_for("your text is kept");
    terminal.press("x");
    terminal.wait_for("is kept; to have it back: cp");
    terminal.wait_for("handle dropped");
    let kept = copy.folder.join(".progress/kept/leave_nothing_behind/exercise.1.rs");
    assert_eq!(fs::read_to_string(kept).expect("it is kept there"), NO_TASK);
    terminal.press("\u{4}");
    assert_eq!(terminal.ends(), Some(0));
}

#[test]
fn without_a_terminal_it_watches_and_prints_plainly() {
    let copy = Copy::of("plain");
    for stdin in [Stdio::null(), Stdio::piped()] {
        let mut runner = piped(&copy, stdin);
        drop(runner.stdin.take());
        let id = runner.id().to_string();
        let deadline = Deadline::of(&copy, &runner);
        let mut lines = BufReader::new(runner.stdout.take().expect("a pipe")).lines();
        let mut until = |words: &str| {
            let line = lines.by_ref().map(|line| line.expect("text")).inspect(|line| {
                assert!(!line.contains('\u{1b}'), "{line:?}");
            });
            assert!(line.into_iter().any(|line| line.contains(words)), "no `{words}`");
        };
        until("stdin is no terminal");
        until("asyncio would");
        copy.save("two_at_once", TWO_AT_ONCE);
        until("The next one: cargo xtask learn");
        // Closed stdin is not read again and again.
        let before = ticks(runner.id());
        thread::sleep(Duration::from_secs(1));
        assert!(ticks(runner.id()) - before < 30, "it keeps a core busy");
        Command::new("kill").args(["-INT", &id]).status().expect("there is a kill");
        let status = runner.wait().expect("it ends");
        deadline.kept();
        assert_eq!(status.code(), Some(130));
        fs::copy(copy.file("two_at_once").with_file_name("start.rs"), copy.file("two_at_once"))
            .expect("the start is back");
    }
}

/// The hundredths of a second that a process has computed.
fn ticks(process: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).expect("it lives");
    let (_, fields) = stat.rsplit_once(") ").expect("a name");
    let fields: Vec<&str> = fields.split(' ').collect();
    fields[11..13].iter().map(|field| field.parse::<u64>().expect("a number")).sum()
}
