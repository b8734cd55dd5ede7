//! One small pair of runs for each kind of difference and of declaration.

use std::collections::BTreeSet;
use std::time::Duration;

use playback::{Reader, Recording};

use crate::compare::difference::Comparison;
use crate::compare::report::{TWINS, report};
use crate::compare::side::{Side, sides};
use crate::course::declared::{DeclaredLine, Differs};

/// Prints a line: in this lane, at this millisecond.
type Print = (u32, u64, &'static str);

/// A run whose lanes are tasks that nothing connects.
fn run(clock: &str, lines: &[Print]) -> Recording {
    let mut reader = Reader::new("m");
    let begins = begins(clock);
    reader.feed(frame(0, &begins).as_bytes(), Duration::ZERO);
    let lanes: BTreeSet<u32> = lines.iter().map(|line| line.0).collect();
    for lane in lanes {
        let appears = appears(lane, "task", &format!("lane{lane}"));
        reader.feed(frame(0, &appears).as_bytes(), Duration::ZERO);
    }
    for (lane, at, text) in lines {
        let runs = frame(at * 1000, &format!("\"is\":\"runs\",\"lane\":{lane}"));
        let stops = frame(at * 1000, &format!("\"is\":\"stops\",\"lane\":{lane}"));
        reader.feed(format!("{runs}{text}\n{stops}").as_bytes(), Duration::from_millis(*at));
    }
    reader.finish()
}

/// A run of one lane, which ends at this microsecond.
fn silent_run(lane: &str, how: &str, at: u64) -> Recording {
    let mut reader = Reader::new("m");
    let mut feed = |at, event: &str| reader.feed(frame(at, event).as_bytes(), Duration::ZERO);
    feed(0, &begins("virtual"));
    feed(0, &appears(0, "root", lane));
    feed(at, "\"is\":\"runs\",\"lane\":0");
    feed(at, "\"is\":\"stops\",\"lane\":0");
    feed(at, &format!("\"is\":\"ends\",\"lane\":0,\"how\":\"{how}\""));
    reader.finish()
}

fn begins(clock: &str) -> String {
    let head = "\"is\":\"begins\",\"version\":1,\"runtime\":\"x\"";
    format!("{head},\"clock\":\"{clock}\",\"threads\":\"one\"")
}

fn appears(lane: u32, kind: &str, name: &str) -> String {
    let head = format!("\"is\":\"appears\",\"lane\":{lane},\"kind\":\"{kind}\"");
    format!("{head},\"name\":\"{name}\",\"parent\":null,\"place\":null")
}

fn frame(at: u64, event: &str) -> String {
    format!("\u{1e}m{{\"at\":{at},\"wall\":0,\"thread\":0,{event}}}\n")
}

fn compared(clock: &str, tokio: &[Print], asyncio: &[Print], declared: &[Differs]) -> String {
    let (tokio, asyncio) = sides(&run(clock, tokio), &run(clock, asyncio));
    let asyncio = Side { is_at_rest: true, ..asyncio };
    let comparison = Comparison::of((tokio, asyncio), declared);
    if comparison.is_equal() { String::new() } else { report(&comparison, TWINS) }
}

fn on_virtual(tokio: &[Print], asyncio: &[Print]) -> String {
    compared("virtual", tokio, asyncio, &[])
}

fn lines(lines: impl IntoIterator<Item = DeclaredLine>) -> [Differs; 1] {
    let lines = lines.into_iter().collect();
    [Differs { reason: "It must.".to_owned(), lines, order: Vec::new() }]
}

fn line(tokio: Option<&str>, asyncio: Option<&str>) -> DeclaredLine {
    let own = |text: Option<&str>| text.map(str::to_owned);
    DeclaredLine { tokio: own(tokio), asyncio: own(asyncio), ..DeclaredLine::default() }
}

fn retimed(both: &str, tokio_at: f64, asyncio_at: f64) -> DeclaredLine {
    DeclaredLine {
        both: Some(both.to_owned()),
        tokio_at: Some(tokio_at),
        asyncio_at: Some(asyncio_at),
        ..DeclaredLine::default()
    }
}

fn order(first: &str, second: &str) -> [Differs; 1] {
    let order = vec![[first.to_owned(), second.to_owned()]];
    [Differs { reason: "It must.".to_owned(), lines: Vec::new(), order }]
}

const TEA: &[Print] = &[(1, 0, "kettle on"), (1, 1000, "tea"), (2, 2000, "biscuit")];

#[test]
fn the_same_is_equal() {
    assert_eq!(on_virtual(TEA, TEA), "");
}

#[test]
fn another_word() {
    let asyncio = [(1, 0, "kettle on"), (1, 1000, "coffee"), (2, 2000, "biscuit")];
    insta::assert_snapshot!(on_virtual(TEA, &asyncio), @"
       asyncio  tokio
           0 s    0 s  kettle on
    >             1 s  tea
    <      1 s         coffee
           2 s    2 s  biscuit
    - tokio alone: `tea`
    - asyncio alone: `coffee`
    ");
    let declared = lines([line(Some("tea"), Some("coffee"))]);
    assert_eq!(compared("virtual", TEA, &asyncio, &declared), "");
}

#[test]
fn a_line_that_only_one_prints() {
    let more = [(1, 0, "kettle on"), (1, 1000, "tea"), (1, 1500, "more tea"), (2, 2000, "biscuit")];
    assert!(on_virtual(TEA, &more).contains("asyncio alone: `more tea`"));
    assert!(on_virtual(&more, TEA).contains("tokio alone: `more tea`"));
    assert_eq!(compared("virtual", TEA, &more, &lines([line(None, Some("more tea"))])), "");
    assert_eq!(compared("virtual", &more, TEA, &lines([line(Some("more tea"), None)])), "");
}

#[test]
fn another_instant() {
    let late = [(1, 0, "kettle on"), (2, 2000, "biscuit"), (1, 3000, "tea")];
    insta::assert_snapshot!(on_virtual(TEA, &late), @"
       asyncio  tokio
           0 s    0 s  kettle on
    !      3 s    1 s  tea
           2 s    2 s  biscuit
    - `tea`: asyncio at 3 s, tokio at 1 s
    ");
    assert_eq!(compared("virtual", TEA, &late, &lines([retimed("tea", 1.0, 3.0)])), "");
    let wrong = compared("virtual", TEA, &late, &lines([retimed("tea", 1.0, 2.0)]));
    assert!(wrong.contains("asyncio prints `tea` at 3 s, not at 2 s"), "{wrong}");
}

#[test]
fn an_order_that_nothing_promises_is_free_unless_one_task_prints_both() {
    let tokio = [(1, 0, "a"), (2, 0, "b")];
    assert_eq!(on_virtual(&tokio, &[(2, 0, "b"), (1, 0, "a")]), "");
    let said = on_virtual(&tokio, &[(1, 0, "b"), (1, 0, "a")]);
    assert!(said.contains("asyncio prints `b` before `a`, and one task prints both"), "{said}");
}

#[test]
fn an_order_that_is_promised() {
    let tokio = [(1, 0, "a"), (1, 0, "b")];
    let asyncio = [(2, 0, "b"), (1, 0, "a")];
    insta::assert_snapshot!(on_virtual(&tokio, &asyncio), @"
       asyncio  tokio
    !      0 s    0 s  a
    !      0 s    0 s  b
    - tokio prints `a` before `b`, and nothing else can be; asyncio after it
    ");
    assert_eq!(compared("virtual", &tokio, &asyncio, &order("a", "b")), "");
}

#[test]
fn lines_of_the_same_words_are_paired_in_turn() {
    let twice = [(1, 0, "tick"), (1, 1000, "tick")];
    assert_eq!(on_virtual(&twice, &twice), "");
    let once_late = on_virtual(&twice, &[(1, 0, "tick"), (1, 2000, "tick")]);
    assert!(once_late.contains("`tick`: asyncio at 2 s, tokio at 1 s"), "{once_late}");
    let declared = compared("virtual", &twice, &twice, &lines([line(Some("tick"), None)]));
    assert!(declared.contains("tokio prints `tick` 2 times"), "{declared}");
}

#[track_caller]
fn is_stale(declared: &[Differs], words: &str) {
    let said = compared("virtual", TEA, TEA, declared);
    assert!(said.contains("declared and not so"), "{said}");
    let on_one_line = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(on_one_line.contains(words), "no `{words}` in:\n{said}");
}

#[test]
fn what_is_declared_and_not_so_is_stale() {
    is_stale(&lines([line(Some("cocoa"), Some("tea"))]), "tokio prints no line `cocoa`");
    is_stale(&lines([line(Some("tea"), Some("cocoa"))]), "asyncio prints no line `cocoa`");
    is_stale(&lines([line(Some("tea"), Some("tea"))]), "both print it, in the same words");
    is_stale(&lines([line(Some("tea"), None)]), "asyncio prints it, too");
    is_stale(&lines([line(None, Some("tea"))]), "tokio prints it, too");
    is_stale(&lines([retimed("tea", 1.0, 1.0)]), "both print it at the same instant");
    is_stale(&order("tea", "biscuit"), "asyncio, too, prints `tea` before `biscuit`");
    is_stale(&order("biscuit", "tea"), "tokio prints `tea` before `biscuit`");
    let twice = [line(Some("tea"), Some("biscuit")), line(Some("tea"), Some("kettle on"))];
    is_stale(&lines(twice), "a line of it is declared twice");
}

#[test]
fn on_the_real_clock_a_late_machine_is_no_difference_and_a_delay_is() {
    let meant = [(1, 3, "a"), (2, 203, "b"), (1, 603, "c")];
    let real = |tokio: &[Print]| compared("real", tokio, &meant, &[]);
    assert_eq!(real(&[(1, 900, "a"), (2, 1500, "b"), (1, 2500, "c")]), "");
    let sooner = real(&[(1, 3, "a"), (2, 5, "b"), (1, 405, "c")]);
    assert!(sooner.contains("`b` and `a` are 0.20 s apart: asyncio; 0.00 s: tokio"), "{sooner}");
    let later = real(&[(1, 1700, "a"), (2, 2700, "b"), (1, 3100, "c")]);
    assert!(later.contains("`a` and the beginning are 0.00 s apart"), "{later}");
    assert!(later.contains("`b` and `a` are 0.20 s apart: asyncio; 1.00 s: tokio"), "{later}");
    let swapped = real(&[(2, 3, "b"), (1, 203, "a"), (1, 603, "c")]);
    assert!(swapped.contains("tokio prints `b` before `a`"), "{swapped}");
    let declared = compared("real", &meant, &meant, &lines([retimed("a", 0.0, 1.0)]));
    assert!(declared.contains("on the real clock no instant can be declared"), "{declared}");
}

#[test]
fn programs_that_print_nothing_are_compared_by_their_lanes() {
    let against = |other: Recording| {
        let comparison = Comparison::of(sides(&silent_run("main", "done", 1), &other), &[]);
        if comparison.is_equal() { String::new() } else { report(&comparison, TWINS) }
    };
    assert_eq!(against(silent_run("main", "done", 1)), "");
    assert!(against(silent_run("main", "done", 2)).contains("asyncio at 0.000002 s"));
    assert!(
        against(silent_run("main", "panicked", 1))
            .contains("(main dies of a panic or an exception)")
    );
    assert!(against(silent_run("start", "done", 1)).contains("asyncio alone: `(start ends)`"));
}
