//! Rules about exercises.

use std::collections::BTreeMap;

use cargo_metadata::camino::Utf8PathBuf;
use xtask::exercises::{Asks, Exercise};
use xtask::tidy::{Rule, exercises};

use crate::Tidy;

const START: &str =
    "//! # Brew\n//!\n//! **First step:** boil.\n//!\n//!     cargo xtask check brew\n";

/// The lesson `tea` with the three exercises `brew`, `pour` and `drink`, in all of which all is well.
fn solvable() -> Tidy {
    let mut tidy = Tidy::new();
    let names = ["brew", "pour", "drink"];
    let asks = || Asks { start: "never awaited".into(), ..Asks::default() };
    let all: BTreeMap<String, Asks> = names.map(|name| (name.to_owned(), asks())).into();
    for name in names {
        let start = START.replace("brew", name);
        for (file, text) in [
            ("exercise.rs", start.as_str()),
            ("start.rs", &start),
            ("checks.rs", "mod exercise;\n"),
            ("solution.rs", "//! So.\n"),
            ("answer.json", ANSWER),
            ("hints.md", "Boil.\n\n---\n\nWait.\n"),
            ("right_other.rs", "//! Right: so too.\n"),
            ("wrong_one.rs", "//! Wrong: cold.\n//! Earns: never awaited\n"),
            ("wrong_two.rs", "//! Wrong: hot.\n//! Earns: too late\n"),
        ] {
            tidy.write(&format!("exercises/{name}/{file}"), text);
        }
        let checks = tidy.course.root.join(format!("crates/tea/exercises/{name}/checks.rs"));
        tidy.lesson().targets.push(checks);
    }
    tidy.write("../../.vscode/settings.json", "[\"tea/exercises\"]\n");
    let folder: Utf8PathBuf = tidy.lesson().folder.clone();
    tidy.lesson().exercises = Exercise::of("tea", &folder, all);
    tidy
}

const ANSWER: &str =
    r#"{"checks":"mod exercise;\n","clock":"virtual","ended_at":0,"at_once":0,"lines":[]}"#;

/// The rule is content with three exercises as they were, and complains when they are broken so.
#[track_caller]
fn breaks(rule: Rule, complaint: &str, break_it: impl FnOnce(&mut Tidy)) {
    let mut tidy = solvable();
    assert_eq!(rule(&tidy.course).expect("checked"), Vec::<String>::new());
    break_it(&mut tidy);
    let now = rule(&tidy.course).expect("checked").join("\n");
    assert!(now.contains(complaint), "no `{complaint}` in `{now}`");
}

#[test]
fn a_lesson_with_little_to_solve() {
    breaks(exercises::every_lesson_has_exercises, "3 exercises at the least", |tidy| {
        tidy.lesson().exercises.pop();
    });
}

#[test]
fn a_bank_that_lacks_something() {
    let rule = exercises::every_exercise_has_its_bank;
    for (file, complaint) in [
        ("solution.rs", "exercises/pour/solution.rs: there is none"),
        ("right_other.rs", "exercises/pour: there is no other right answer"),
        ("wrong_two.rs", "exercises/pour: fewer than 2 wrong answers"),
    ] {
        breaks(rule, complaint, |tidy| tidy.remove(&format!("exercises/pour/{file}")));
    }
    breaks(rule, "fewer than 2 hints", |tidy| tidy.write("exercises/pour/hints.md", "Boil.\n"));
}

#[test]
fn two_exercises_of_one_name() {
    breaks(exercises::no_two_exercises_are_called_the_same, "called `brew` too", |tidy| {
        let again = tidy.lesson().exercises.iter().find(|each| each.name == "brew").cloned();
        tidy.lesson().exercises.extend(again);
    });
}

#[test]
fn a_folder_that_nobody_knows() {
    breaks(
        exercises::every_folder_is_an_exercise,
        "exercises/stir: the lesson's Cargo.toml",
        |tidy| {
            tidy.write("exercises/stir/start.rs", START);
        },
    );
}

#[test]
fn an_exercise_that_no_editor_sees() {
    breaks(exercises::every_exercise_is_a_target, "no target holds", |tidy| {
        tidy.lesson().targets.pop();
    });
}

#[test]
fn a_lesson_that_no_editor_sees() {
    breaks(exercises::every_lesson_is_seen_by_editors, "lacks \"tea/exercises\"", |tidy| {
        tidy.write("../../.vscode/settings.json", "[]\n");
    });
}

#[test]
fn a_header_that_says_too_little() {
    let rule = exercises::every_header_says_what_it_must;
    for (file, text, complaint) in [
        (
            "start.rs",
            "//! **First step:** boil.\n",
            "lacks the line `//!     cargo xtask check brew`",
        ),
        ("start.rs", "//!     cargo xtask check brew\n", "lacks the line `//! **First step:**"),
        ("right_other.rs", "//! So too.\n", "lacks the line `//! Right: …`"),
        ("wrong_one.rs", "//! Earns: too late\n", "lacks the line `//! Wrong: …`"),
        ("wrong_one.rs", "//! Wrong: cold.\n//! Earns: a frown\n", "with a verdict's name"),
    ] {
        breaks(rule, complaint, |tidy| tidy.write(&format!("exercises/brew/{file}"), text));
    }
}

#[test]
fn an_answer_of_yesterday() {
    breaks(exercises::every_answer_is_of_today, "cargo xtask bank tea/brew --accept", |tidy| {
        tidy.write("exercises/brew/checks.rs", "mod exercise; // changed\n");
    });
}
