//! The runner names what goes wrong, ends it, and leaves no process behind.
//!
//! The programs are in `xtask/fixtures/examples`. What they print and how fast they are is not held
//! against them: only how they end.

use std::collections::HashMap;
use std::sync::LazyLock;
use std::time::Duration;

use xtask::course::{Course, Program};
use xtask::play::Ended;
use xtask::snapshot::{self, Verdict};
use xtask::stage::{Played, Terms, play_quietly};
use xtask::trouble::Trouble;

/// The fixtures that end only when their time is over.
const ENDLESS: [&str; 7] = [
    "blocks",
    "ignores_signals",
    "sleeps_for_an_hour",
    "spins",
    "ticks_fast_for_ever",
    "waits_for_ever_in_real_time",
    "yields_for_ever",
];

static COURSE: LazyLock<Course> =
    LazyLock::new(|| Course::fixtures().expect("the fixtures are found"));

/// All fixtures, played once.
static PLAYED: LazyLock<HashMap<&str, Played>> = LazyLock::new(|| {
    let fixtures = COURSE.programs().filter(|program| program.lesson == "fixtures");
    let (endless, others): (Vec<&Program>, Vec<&Program>) =
        fixtures.partition(|program| ENDLESS.contains(&program.name.as_str()));
    let short = Terms { limit: Some(Duration::from_secs(10)), ..Terms::default() };
    let played = play_quietly(&COURSE, &endless, short).expect("they are built").into_iter();
    let others = play_quietly(&COURSE, &others, Terms::default()).expect("they are built");
    played.chain(others).map(|played| (played.program.name.as_str(), played)).collect()
});

/// The fixture is in this trouble, and the sentence about it holds these words.
#[track_caller]
fn is_in_trouble(fixture: &str, name: &str, words: &[&str]) {
    let trouble = PLAYED[fixture].trouble.as_ref();
    let trouble = trouble.unwrap_or_else(|| panic!("{fixture} is in no trouble"));
    assert_eq!(trouble.name(), name, "{fixture}: {trouble}");
    let sentence = trouble.to_string();
    for word in words {
        assert!(sentence.contains(word), "{fixture}: no `{word}` in `{sentence}`");
    }
    assert!(!trouble.advice(PLAYED[fixture].program).is_empty());
}

#[track_caller]
fn is_well(fixture: &str) -> &'static Played<'static> {
    let played = &PLAYED[fixture];
    assert!(played.trouble.is_none(), "{fixture}: {:?}", played.trouble);
    played
}

#[track_caller]
fn ended(fixture: &str) -> Ended {
    PLAYED[fixture].play.as_ref().expect("it was played").ended
}

#[test]
fn a_program_that_rustc_refuses_stops_no_other() {
    is_in_trouble("does_not_compile", "did not compile", &[]);
    is_well("all_is_well");
}

#[test]
fn a_panic() {
    is_in_trouble("main_panics", "panicked", &["`main`", "main_panics.rs:6", "tea is cold"]);
}

#[test]
fn an_exit_code_and_the_end_of_stderr() {
    // What would set a terminal's title is spelt out.
    is_in_trouble("exits_with_3", "failed", &["code 3", r"\u{1b}]0;no tea left\u{7}"]);
    let stderr = &PLAYED["exits_with_3"].play.as_ref().expect("it was played").stderr;
    assert_eq!(stderr.len(), 64 << 10);
}

#[test]
fn a_signal() {
    is_in_trouble("aborts", "killed", &["signal 6"]);
}

#[test]
fn a_panic_in_a_destructor() {
    let words = ["signal 6", "tea is cold", "the cup breaks", "panic in a destructor"];
    is_in_trouble("panics_in_a_destructor", "killed", &words);
}

#[test]
fn memory_without_end() {
    is_in_trouble("allocates_without_end", "killed", &["signal 6", "memory allocation of"]);
}

#[test]
fn a_program_that_no_signal_ends() {
    is_in_trouble("ignores_signals", "took too long", &["after 10 s", "`main` waits for a sleep"]);
    assert_eq!(ended("ignores_signals"), Ended::WallLimit);
}

#[test]
fn a_closed_stdout() {
    is_in_trouble("closes_stdout", "failed", &["code 2", "has closed its stdout", "is not here"]);
    let play = PLAYED["closes_stdout"].play.as_ref().expect("it was played");
    assert_eq!(play.recording.untimed_transcript(), "main  1    the last that is heard\n");
}

#[test]
fn records_that_are_not_the_recorders() {
    let recording = &is_well("writes_records").play.as_ref().expect("it was played").recording;
    let texts: Vec<String> = recording
        .lines
        .iter()
        .map(|line| String::from_utf8_lossy(&line.text).into_owned())
        .collect();
    let other = "\u{1e}0000000000000000{\"at\":0,\"wall\":0,\"thread\":0,\"is\":\"returns\"}";
    assert_eq!(texts, ["before", other, "after"]);
    assert!(recording.unreadable > 0);
    assert_eq!(recording.lanes.len(), 1);
}

#[test]
fn a_recorded_program_that_starts_another() {
    let recording = &is_well("starts_itself").play.as_ref().expect("it was played").recording;
    let lines: Vec<_> = recording.lines.iter().map(|line| &*line.text).collect();
    assert_eq!(lines, [&b"the first"[..], b"the other", b"the first again"]);
    let lanes: Vec<&str> = recording.lanes.iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(lanes, ["main"], "those of the other are not its own");
}

#[test]
fn a_program_without_the_attribute() {
    is_in_trouble("not_recorded", "recorded nothing", &[]);
}

#[test]
fn an_endless_loop() {
    is_in_trouble("spins", "endless loop", &["`spinner`"]);
    assert_eq!(ended("spins"), Ended::WallLimit);
}

#[test]
fn a_blocked_thread() {
    is_in_trouble("blocks", "blocked the thread", &["`sleeper`"]);
}

#[test]
fn a_deadlock() {
    let words =
        ["after 1 s", "`main` waits for a task", ":19", "`reader` waits for a message", ":8"];
    is_in_trouble("waits_for_ever", "deadlock", &words);
}

#[test]
fn a_deadlock_on_the_real_clock() {
    is_in_trouble("waits_for_ever_in_real_time", "deadlock", &["`main` waits", ":6"]);
    assert_eq!(ended("waits_for_ever_in_real_time"), Ended::WallLimit);
}

#[test]
fn a_program_that_takes_an_hour() {
    is_in_trouble(
        "sleeps_for_an_hour",
        "took too long",
        &["after 10 s", "`main` waits for a sleep"],
    );
}

#[test]
fn a_timer_that_fires_for_ever() {
    is_in_trouble("ticks_for_ever", "a timer for ever", &["7200 s", "`main`"]);
    is_in_trouble("ticks_fast_for_ever", "a timer for ever", &["`main`"]);
}

#[test]
fn a_task_that_is_polled_without_end() {
    is_in_trouble("yields_for_ever", "polled without end", &["`eager`"]);
}

#[test]
fn a_flood() {
    is_in_trouble("floods", "output flood", &[]);
    is_in_trouble("floods_without_a_newline", "output flood", &[]);
    assert_eq!(ended("floods"), Ended::OutputLimit);
}

#[test]
fn a_thread_that_the_virtual_clock_does_not_wait_for() {
    is_in_trouble("woken_from_outside", "outside world", &["a thread of its own"]);
}

#[test]
fn the_outside_world_on_the_real_clock() {
    let course = &*COURSE;
    let fixture = PLAYED["woken_from_outside"].program;
    let real = Terms { real: true, ..Terms::default() };
    let played = play_quietly(course, &[fixture], real).expect("it is built");
    assert!(played[0].trouble.is_none(), "{:?}", played[0].trouble);
}

#[test]
fn a_line_without_an_end() {
    let play = is_well("ends_without_a_newline").play.as_ref().expect("it was played");
    let lines: Vec<(&[u8], bool)> =
        play.recording.lines.iter().map(|line| (&*line.text, line.is_whole)).collect();
    assert_eq!(lines, [(&b"a whole line"[..], true), (b"and half", false)]);
}

#[test]
fn a_long_line() {
    let play = is_well("prints_a_long_line").play.as_ref().expect("it was played");
    let lengths: Vec<usize> = play.recording.lines.iter().map(|line| line.text.len()).collect();
    assert_eq!(lengths, [10 << 20, 4]);
}

#[test]
fn a_run_is_held_against_its_snapshot() {
    let folder = tempfile::tempdir().expect("a folder for the snapshot");
    let root = folder.path().to_owned().try_into().expect("its path is text");
    let course = Course { root, ..COURSE.clone() };
    let Played { program, play, .. } = is_well("ends_without_a_newline");
    let recording = &play.as_ref().expect("it was played").recording;
    let verdict = || snapshot::compare(&course, program, recording).expect("compared").to_string();

    let missing = verdict();
    assert!(missing.contains("there is no xtask/fixtures/snapshots/ends_without"), "{missing}");
    assert!(missing.contains("INSTA_UPDATE=always cargo test -p xtask"), "{missing}");

    let file = course.root.join(&program.snapshot);
    let write = |text: &str| {
        std::fs::create_dir_all(file.parent().expect("it lies in a folder")).expect("made");
        std::fs::write(&file, format!("---\nsource: x\n---\n{text}")).expect("written");
    };
    write(&snapshot::text(recording));
    assert_eq!(verdict(), "as its snapshot says.");

    write(&snapshot::text(recording).replace("a whole line", "another line"));
    let drifted = verdict();
    assert!(drifted.contains("- lost     1"), "{drifted}");
    assert!(drifted.contains("+ new         → 1"), "{drifted}");
    assert!(drifted.contains("cargo insta review"), "{drifted}");
}

#[test]
fn half_a_snapshot_is_taken_for_none() {
    let folder = tempfile::tempdir().expect("a folder for the snapshot");
    let root = folder.path().to_owned().try_into().expect("its path is text");
    let course = Course { root, ..COURSE.clone() };
    let Played { program, play, .. } = is_well("ends_without_a_newline");
    let recording = &play.as_ref().expect("it was played").recording;
    let file = course.root.join(&program.snapshot);
    std::fs::create_dir_all(file.parent().expect("it lies in a folder")).expect("made");
    let whole = format!("---\nsource: x\n---\n{}", snapshot::text(recording));
    for length in 0..=whole.trim_end().len() {
        std::fs::write(&file, &whole.as_bytes()[..length]).expect("written");
        let verdict = snapshot::compare(&course, program, recording);
        let is_whole = verdict.is_ok_and(|verdict| matches!(verdict, Verdict::Same));
        assert_eq!(is_whole, length == whole.trim_end().len(), "{length} bytes of it");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_program_leaves_behind_is_ended() {
    let play = is_well("leaves_a_child").play.as_ref().expect("it was played");
    let child = String::from_utf8_lossy(&play.recording.lines[0].text).into_owned();
    let lives = || {
        let stat = std::fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
        (stat.contains("(sleep)") && !stat.contains(") Z ")).then_some(stat)
    };
    assert_eq!(soon_none(lives), None, "it lives");
}

#[cfg(target_os = "linux")]
#[test]
fn what_leaves_the_group_keeps_nobody_waiting() {
    let play = is_well("leaves_a_daemon").play.as_ref().expect("it was played");
    let daemon = String::from_utf8_lossy(&play.recording.lines[0].text).into_owned();
    let group = daemon.parse().expect("it prints an id");
    assert_eq!(alive(group).len(), 1, "the runner did not wait for it");
    let killed = std::process::Command::new("kill").arg(daemon).status();
    assert!(killed.expect("there is a kill").success());
}

#[cfg(target_os = "linux")]
#[test]
fn no_process_is_left() {
    for played in PLAYED.values() {
        if let Some(play) = &played.play {
            let alive = soon_none(|| Some(alive(play.process)).filter(|alive| !alive.is_empty()));
            assert_eq!(alive, None, "{}", played.program.name);
        }
    }
}

#[test]
fn every_fixture_has_its_test() {
    let (_, tests) = include_str!("runner.rs").split_once("fn is_well").expect("it is above");
    let forgotten: Vec<&&str> =
        PLAYED.keys().filter(|name| !tests.contains(&format!("\"{name}\""))).collect();
    assert!(forgotten.is_empty(), "{forgotten:?}");
}

#[test]
fn a_program_that_cannot_be_started() {
    let trouble = Trouble::NotPlayed("starting x: no such file".to_owned());
    assert_eq!(trouble.to_string(), "starting x: no such file.");
}

/// What there is still after a while: what was killed takes a moment to be gone.
#[cfg(target_os = "linux")]
fn soon_none<T>(what: impl Fn() -> Option<T>) -> Option<T> {
    for _ in 0..1000 {
        what()?;
        std::thread::sleep(Duration::from_millis(10));
    }
    what()
}

/// The members of a process group that live: a zombie is over, if not yet taken note of.
#[cfg(target_os = "linux")]
fn alive(group: u32) -> Vec<String> {
    let mut alive = Vec::new();
    for entry in std::fs::read_dir("/proc").expect("Linux has /proc").flatten() {
        let Ok(stat) = std::fs::read_to_string(entry.path().join("stat")) else { continue };
        let Some((_, fields)) = stat.rsplit_once(')') else { continue };
        let fields: Vec<&str> = fields.split_whitespace().collect();
        if fields[2] == group.to_string() && fields[0] != "Z" {
            alive.push(stat);
        }
    }
    alive
}
