//! Timelines of real programs, as a terminal of 100 columns shows them.

use std::process::Command;

use playback::Recording;
use playback::timeline::{Options, text};
use records::Clock;
use xtask::course::{Course, Program};
use xtask::stage::{self, Terms};
use xtask::test::play_again;

/// Plays the programs that are wanted; each with its path.
fn played(course: &Course, wanted: impl Fn(&Program) -> bool) -> Vec<(String, Recording)> {
    let programs: Vec<&Program> = course.programs().filter(|program| wanted(program)).collect();
    stage::play_quietly(course, &programs, Terms::default())
        .expect("they are built")
        .into_iter()
        .map(|played| play_again(course, &played).unwrap_or(played))
        .filter_map(|played| Some((played.program.path(), played.play?.recording)))
        .collect()
}

fn drawn(recording: &Recording, ascii: bool) -> String {
    text(recording, &Options { width: 100, ascii, ..Options::default() })
}

/// Holds each program's timeline against its snapshot.
fn hold(course: &Course, paths: &[&str]) {
    let played = played(course, |program| paths.contains(&program.path().as_str()));
    assert_eq!(played.len(), paths.len());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("timeline");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (path, recording) in &played {
            insta::assert_snapshot!(path.replace('/', "--"), drawn(recording, false));
        }
    });
}

#[test]
fn lessons() {
    let course = Course::find().expect("the course is read");
    let paths = [
        "gather/main",
        "gather/join_rotates",
        "tasks/main",
        "tasks/cancel_is_drop",
        "tasks/queue_never_yields",
        "exceptions/siblings_dropped",
    ];
    hold(&course, &paths);
}

#[test]
fn probes() {
    let course = Course::fixtures().expect("the fixtures are read");
    let names = ["timeout", "semaphore", "select", "bounded", "panic", "join_set"];
    let paths = names.map(|name| format!("probes/{name}"));
    hold(&course, &paths.each_ref().map(String::as_str));
}

/// Nothing random gets into a drawing of a run on the virtual clock.
#[test]
fn two_runs_give_the_same_drawing() {
    let course = Course::find().expect("the course is read");
    let is_virtual = |program: &Program| program.clock == Clock::Virtual;
    let (first, second) = (played(&course, is_virtual), played(&course, is_virtual));
    assert!(first.len() > 20, "{}", first.len());
    for ((path, first), (_, second)) in first.iter().zip(&second) {
        assert_eq!(drawn(first, false), drawn(second, false), "{path}");
    }
}

/// What the command itself says for these arguments, and what it exits with.
fn said(arguments: &[&str], variables: &[(&str, &str)]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.arg("timeline").args(arguments).env("LANG", "C.UTF-8").env("COLUMNS", "100");
    for name in ["LC_ALL", "LC_CTYPE", "CLICOLOR_FORCE", "NO_COLOR"] {
        command.env_remove(name);
    }
    let output = command.envs(variables.iter().copied()).output().expect("it starts");
    (output.status.code(), String::from_utf8(output.stdout).expect("it says text"))
}

#[test]
fn the_locale_and_the_terminal_are_heeded() {
    let (code, drawn) = said(&["gather/main"], &[]);
    assert_eq!(code, Some(0));
    assert!(drawn.contains("▇1") && !drawn.contains('\u{1b}'), "{drawn}");
    for ascii in [&["gather/main", "--ascii"][..], &["gather/main"]] {
        let locale = if ascii.len() > 1 { "C.UTF-8" } else { "C" };
        let (_, drawn) = said(ascii, &[("LC_ALL", locale)]);
        assert!(drawn.contains("#1") && drawn.is_ascii(), "{drawn}");
    }
    let (_, narrow) = said(&["gather/main"], &[("COLUMNS", "50")]);
    let lanes = narrow.lines().skip(1).take_while(|line| !line.contains("queued:"));
    lanes.for_each(|line| assert!(line.chars().count() <= 50, "{line}"));
    let (_, coloured) = said(&["gather/main"], &[("CLICOLOR_FORCE", "1")]);
    assert!(coloured.contains('\u{1b}'), "{coloured}");
}

#[test]
fn the_twin_stands_above_with_the_reason() {
    let (code, drawn) = said(&["tasks/cancel_is_drop", "--twin"], &[]);
    assert_eq!(code, Some(0));
    let place = |word: &str| drawn.find(word).unwrap_or_else(|| panic!("no {word} in:\n{drawn}"));
    let signs = [place("asyncio"), place("≠3"), place("tokio"), place("other instant: Clean-up.")];
    assert!(signs.is_sorted(), "{drawn}");
    assert!(place("What differs, and why it must:") > signs[3]);
    let (code, drawn) = said(&["gather/join_biased", "--twin"], &[]);
    assert_eq!(code, Some(0));
    assert!(drawn.contains("It has no asyncio twin."), "{drawn}");
}

#[test]
fn the_steps_stand_under_their_instants() {
    let (_, told) = said(&["tasks/main", "--steps"], &[]);
    let headings: Vec<&str> =
        told.lines().map(str::trim).filter(|line| line.ends_with(" s")).collect();
    assert_eq!(headings, ["0 s", "1 s", "2 s"]);
}

#[test]
fn a_command_line_that_is_wrong_exits_with_2() {
    let wrong = [
        &["gathr"][..],
        &["gather", "--twin", "--steps"],
        &["gather", "--twin", "--format", "json"],
    ];
    for arguments in wrong {
        assert_eq!(said(arguments, &[]), (Some(2), String::new()), "{arguments:?}");
    }
}
