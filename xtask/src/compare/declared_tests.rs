//! Declarations that are wrong whatever the programs print: one for each rule.

use std::collections::BTreeMap;

use cargo_metadata::camino::Utf8PathBuf;
use records::Clock;

use crate::compare::declared::check;
use crate::course::declared::{DeclaredLine, Differs};
use crate::course::{Course, Kind, Lesson, Program};

/// A lesson with a program that has a twin and one that has none, and says why.
fn course() -> Course {
    let program = |name: &str, twin: Option<&str>| Program {
        lesson: "tea".into(),
        name: name.into(),
        kind: Kind::Example,
        features: Vec::new(),
        command: String::new(),
        clock: Clock::Virtual,
        mirrors: Vec::new(),
        source: format!("crates/tea/examples/{name}.rs").into(),
        twin: twin.map(Utf8PathBuf::from),
        snapshot: format!("crates/tea/snapshots/{name}.snap").into(),
    };
    let programs = vec![program("hot", Some("crates/tea/examples/hot.py")), program("cold", None)];
    let lesson = Lesson {
        name: "tea".into(),
        title: String::new(),
        order: 1,
        asyncio: String::new(),
        tokio: String::new(),
        folder: "/nowhere/crates/tea".into(),
        programs,
        rejected: Vec::new(),
        exercises: Vec::new(),
        mirrors: BTreeMap::new(),
        differs: BTreeMap::new(),
        no_twin: BTreeMap::from([("cold".into(), "Nobody drinks it.".into())]),
        helpers: Vec::new(),
        targets: Vec::new(),
    };
    let (target, packages) = ("/nowhere/target".into(), Vec::new());
    let root = Utf8PathBuf::from("/nowhere");
    Course { progress: root.join(".progress"), root, target, lessons: vec![lesson], packages }
}

fn differs() -> Differs {
    let word = |text: &str| Some(text.to_owned());
    let line = DeclaredLine { tokio: word("a"), asyncio: word("b"), ..DeclaredLine::default() };
    Differs { reason: "It must.".into(), lines: vec![line], order: Vec::new() }
}

#[track_caller]
fn is_wrong(change: impl FnOnce(&mut Lesson), words: &str) {
    let mut course = course();
    check(&course).expect("it is right before");
    change(&mut course.lessons[0]);
    let said = check(&course).expect_err("it is wrong now").to_string();
    assert!(said.contains(words), "no `{words}` in `{said}`");
}

fn declare(lesson: &mut Lesson, program: &str, differs: Differs) {
    lesson.differs.insert(program.into(), vec![differs]);
}

#[test]
fn a_declaration_is_that_of_a_program_with_a_twin() {
    let mut right = course();
    declare(&mut right.lessons[0], "hot", differs());
    check(&right).expect("it is right");
    is_wrong(|lesson| declare(lesson, "warm", differs()), "`differs.warm`: no program");
    is_wrong(|lesson| declare(lesson, "cold", differs()), "`differs.cold`: it has no twin");
}

#[test]
fn a_declaration_says_what_and_why() {
    let why = Differs { reason: " ".into(), ..differs() };
    is_wrong(|lesson| declare(lesson, "hot", why), "say why it differs");
    let what = Differs { lines: Vec::new(), ..differs() };
    is_wrong(|lesson| declare(lesson, "hot", what), "say what differs");
}

#[test]
fn a_declared_line_is_named_once() {
    let with = |change: fn(&mut DeclaredLine)| {
        let mut differs = differs();
        change(&mut differs.lines[0]);
        differs
    };
    let both = with(|line| line.both = Some("c".to_owned()));
    is_wrong(|lesson| declare(lesson, "hot", both), "a line is named by `both`, or by");
    let none = with(|line| *line = DeclaredLine::default());
    is_wrong(|lesson| declare(lesson, "hot", none), "a line is named by `both`, or by");
    let timed = with(|line| (line.asyncio, line.asyncio_at) = (None, Some(1.0)));
    is_wrong(|lesson| declare(lesson, "hot", timed), "an instant is that of a line");
}

#[test]
fn a_program_has_a_twin_or_says_why_not() {
    is_wrong(
        |lesson| lesson.no_twin.clear(),
        "`cold` has no twin: write crates/tea/examples/cold.py",
    );
    let say = |lesson: &mut Lesson, name: &str, why: &str| {
        lesson.no_twin.insert(name.into(), why.into());
    };
    is_wrong(|lesson| say(lesson, "cold", ""), "`no_twin.cold`: say why");
    is_wrong(|lesson| say(lesson, "hot", "It is."), "there is crates/tea/examples/hot.py");
    is_wrong(|lesson| say(lesson, "warm", "It is."), "`no_twin.warm`: no program");
}

#[test]
fn a_recording_is_that_of_a_twin() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Utf8PathBuf::try_from(folder.path().to_owned()).expect("its path is text");
    let recordings = root.join("crates/tea/recordings");
    std::fs::create_dir_all(&recordings).expect("made");
    let mut course = course();
    course.lessons[0].folder = root.join("crates/tea");
    course.root = root;
    std::fs::write(recordings.join("hot.recording"), "").expect("written");
    check(&course).expect("it is that of `hot`");
    std::fs::write(recordings.join("cold.recording"), "").expect("written");
    let said = check(&course).expect_err("`cold` has no twin").to_string();
    assert!(said.contains("rm crates/tea/recordings/cold.recording"), "{said}");
}

#[test]
fn a_word_that_no_declaration_has_is_refused() {
    let read =
        |text: &str| serde_json::from_str::<Differs>(text).map_err(|error| error.to_string());
    assert!(read(r#"{"reason": "x", "lines": [{"both": "a", "tokio_at": 1}]}"#).is_ok());
    assert!(read(r#"{"reason": "x", "line": []}"#).is_err_and(|why| why.contains("`line`")));
    let misspelt = read(r#"{"reason": "x", "lines": [{"tokyo": "a"}]}"#);
    assert!(misspelt.is_err_and(|why| why.contains("`tokyo`")));
}
