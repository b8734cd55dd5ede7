//! Rules about exercises.

use std::collections::BTreeMap;
use std::fs;

use cargo_metadata::camino::Utf8PathBuf;
use xtask::book;
use xtask::exercises::runs::{self, Run, Runs};
use xtask::exercises::verdict::{Name, Verdict};
use xtask::exercises::{Asks, Exercise, bank};
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
    tidy.write("../../docs/book.toml", SEARCH);
    tidy.write("../../.vscode/settings.json", "[\"tea/exercises\"]\n");
    let folder: Utf8PathBuf = tidy.lesson().folder.clone();
    tidy.lesson().exercises = Exercise::of("tea", &folder, all);
    for exercise in &tidy.lesson().exercises {
        runs_of(exercise).write(exercise).expect("written");
    }
    tidy
}

/// What the bank would say of an exercise's answers, if it ran them.
fn runs_of(exercise: &Exercise) -> Runs {
    let mut runs = Runs::default();
    for entry in bank::entries(exercise).expect("each says what it earns") {
        let text = fs::read_to_string(&entry.file).expect("it is there");
        let of = runs::of(exercise, &text, ANSWER).expect("named");
        let verdict = Verdict { name: entry.earns, ..Verdict::new(Name::Right, "Why.", "") };
        runs.0.insert(entry.name, Run::new(of, &verdict));
    }
    runs
}

const SEARCH: &str = "[output.html.search.chapter]\n\"tea-exercises.md\" = { enable = false }\n";

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
        ("runs.json", "exercises/pour/runs.json: there is none"),
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
    let settings = "{\n  \"rust-analyzer.cargo.features\": [\n    \"coffee/exercises\"\n  ]\n}\n";
    let tidy = Tidy::new();
    tidy.write("../../.vscode/settings.json", settings);
    let rule = |update| {
        let complaints = exercises::every_lesson_is_seen_by_editors(&tidy.course, update);
        complaints.expect("the settings can be read").join("\n")
    };
    assert!(rule(false).contains("are not those of today's lessons"), "{}", rule(false));
    assert_eq!(rule(true), "");
    assert_eq!(rule(false), "");
    tidy.write("../../.vscode/settings.json", "[]\n");
    assert!(rule(true).contains("are not those of today's lessons"), "there is no place for them");
}

#[test]
fn a_solution_that_searching_finds() {
    let tidy = solvable();
    let rule = |update| {
        exercises::no_solution_is_found_by_searching(&tidy.course, update).expect("checked")
    };
    assert_eq!(rule(false), Vec::<String>::new());
    let settings =
        "[output.html.search.chapter]\n\"milk-exercises.md\" = { enable = false }\n\n[a]\n";
    tidy.write("../../docs/book.toml", settings);
    assert!(
        rule(false).join("\n").contains("docs/book.toml: [output.html.search.chapter] does not")
    );
    assert_eq!(rule(true), Vec::<String>::new());
    assert_eq!(rule(false), Vec::<String>::new());
    let renewed = std::fs::read_to_string(tidy.course.root.join("docs/book.toml")).expect("there");
    assert_eq!(renewed, settings.replace("milk", "tea"));
    tidy.write("../../docs/book.toml", "[book]\n");
    assert_eq!(rule(true).len(), 1);
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

#[test]
fn what_an_answer_of_yesterday_did() {
    let rule = exercises::every_run_is_of_today;
    let mend = "cargo xtask bank tea/brew --accept";
    breaks(rule, mend, |tidy| tidy.write("exercises/brew/right_other.rs", "//! Right: thus.\n"));
    breaks(rule, mend, |tidy| {
        tidy.write(
            "exercises/brew/answer.json",
            &ANSWER.replace("\"ended_at\":0", "\"ended_at\":1"),
        );
    });
    breaks(rule, "brew/runs.json: of `right_more` it says nothing", |tidy| {
        tidy.write("exercises/brew/right_more.rs", "//! Right: as well.\n");
    });
    breaks(rule, "of `wrong_two` it says something, and there is no such answer", |tidy| {
        tidy.remove("exercises/brew/wrong_two.rs");
    });
    breaks(rule, "of `start` it says that it earns `never awaited`", |tidy| {
        tidy.lesson().exercises[0].asks.start = "too late".to_owned();
    });
    breaks(rule, "of `start` it says what another text did, or under other checks", |tidy| {
        tidy.lesson().exercises[0].asks.tasks = 2;
    });
}

/// The page of the lesson's exercises.
fn page(tidy: &Tidy) -> String {
    let pages = book::exercises::made(&tidy.course).expect("it can be made");
    let page = pages.into_iter().next().expect("there is a lesson");
    assert_eq!(page.file, "crates/tea/book/exercises.md");
    page.text
}

#[test]
fn a_page_shows_nothing_of_the_learners() {
    let tidy = solvable();
    let before = page(&tidy);
    tidy.write("exercises/brew/exercise.rs", "mine");
    assert_eq!(page(&tidy), before);
    tidy.remove("exercises/brew/exercise.rs");
    assert_eq!(page(&tidy), before);
}

#[test]
fn a_page_is_made_of_what_is_committed() {
    let tidy = solvable();
    for (file, text, shown) in [
        ("start.rs", "//! # Brew\n//!\n//! Stir.\n//!\n//!     cargo xtask check brew\n", "Stir."),
        ("hints.md", "Boil.\n\n---\n\nPour.\n", "Pour."),
        ("solution.rs", "//! Thus.\n\nfn tea() {}\n", "fn tea() {}"),
        ("right_other.rs", "//! Right: thus too.\n", "thus too."),
        ("wrong_one.rs", "//! Wrong: `lukewarm`.\n//! Earns: too late\n", "<code>lukewarm</code>"),
    ] {
        assert!(!page(&tidy).contains(shown), "{shown} is there before");
        tidy.write(&format!("exercises/brew/{file}"), text);
        let now = page(&tidy);
        assert!(now.contains(shown), "no {shown} in {now}");
    }
}

#[test]
fn a_page_of_what_was_never_run() {
    let tidy = solvable();
    tidy.write("exercises/brew/runs.json", "{}");
    let error = book::exercises::made(&tidy.course).expect_err("it cannot be made");
    assert!(format!("{error:#}").contains("cargo xtask bank tea/brew --accept"), "{error:#}");
}
