//! Every exercise comes with its bank, and what is derived is of today.

use std::collections::HashSet;

use anyhow::Result;

use crate::course::{Course, Kind, Lesson};
use crate::exercises::answer::Answer;
use crate::exercises::runs::{self, Runs};
use crate::exercises::verdict::Name;
use crate::exercises::{Exercise, bank, hints};
use crate::files::replace;
use crate::files::{below, read};
use crate::tidy::{Complaint, counted, shown};

/// How many exercises a lesson has, at the least.
const EXERCISES: usize = 3;

/// How many wrong answers of an exercise are known, at the least.
const WRONG: usize = 2;

/// How many hints an exercise has, at the least.
const HINTS: usize = 2;

/// A lesson has something to solve.
pub fn every_lesson_has_exercises(course: &Course) -> Result<Vec<Complaint>> {
    let few = course.lessons.iter().filter(|lesson| lesson.exercises.len() < EXERCISES);
    Ok(few
        .map(|lesson| {
            let folder = shown(course, &lesson.folder);
            format!("{folder}/exercises: a lesson has {EXERCISES} exercises at the least: add some")
        })
        .collect())
}

/// An exercise has a start, checks, a solution, hints, another right answer and some wrong ones.
pub fn every_exercise_has_its_bank(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for exercise in course.exercises() {
        let folder = shown(course, &exercise.folder);
        let files = below(&exercise.folder)?;
        let names: Vec<&str> = files.iter().filter_map(|file| file.file_name()).collect();
        for wanted in exercise.files() {
            if !names.contains(wanted) {
                complaints.push(format!("{folder}/{wanted}: there is none: write it"));
            }
        }
        let count = |start: &str| names.iter().filter(|name| name.starts_with(start)).count();
        // Some predictions have one right order.
        if count("right_") == 0 && exercise.is_code() {
            complaints.push(format!(
                "{folder}: there is no other right answer: write right_….rs, another way to solve it"
            ));
        }
        if count("wrong_") < WRONG {
            complaints.push(format!(
                "{folder}: fewer than {WRONG} wrong answers: write wrong_….{}, what somebody from \
                 asyncio would try",
                exercise.kind.extension(),
            ));
        }
        if hints::count(exercise)? < HINTS {
            complaints.push(format!(
                "{folder}/hints.md: fewer than {HINTS} hints: write some, with a line `---` between"
            ));
        }
    }
    Ok(complaints)
}

/// cargo and the runner know each exercise by a name of its own.
pub fn no_two_exercises_are_called_the_same(course: &Course) -> Result<Vec<Complaint>> {
    let counts = counted(course.exercises().map(|exercise| exercise.name.clone()));
    let examples: HashSet<&str> = course
        .programs()
        .filter(|program| program.kind == Kind::Example)
        .map(|program| program.name.as_str())
        .chain(course.lessons.iter().map(|lesson| lesson.name.as_str()))
        .collect();
    let is_taken =
        |exercise: &&Exercise| counts[&exercise.name] > 1 || examples.contains(&*exercise.name);
    let taken = course.exercises().filter(is_taken);
    Ok(taken
        .map(|exercise| {
            let folder = shown(course, &exercise.folder);
            format!("{folder}: something else is called `{}` too: rename one", exercise.name)
        })
        .collect())
}

/// A folder of exercises is that of an exercise.
pub fn every_folder_is_an_exercise(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        let parents = below(&lesson.folder.join("exercises"))?;
        let folders: HashSet<_> = parents.iter().filter_map(|file| file.parent()).collect();
        for folder in folders {
            let is_known = lesson.exercises.iter().any(|exercise| exercise.folder == folder);
            if !is_known && folder.file_name() != Some("exercises") {
                complaints.push(format!(
                    "{}: the lesson's Cargo.toml has no [package.metadata.lesson.exercises.{}]: add it",
                    shown(course, folder),
                    folder.file_name().unwrap_or_default(),
                ));
            }
        }
    }
    complaints.sort();
    Ok(complaints)
}

/// An editor's analyzer sees the learner's file, because cargo does.
pub fn every_exercise_is_a_target(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        for exercise in lesson.exercises.iter().filter(|exercise| exercise.is_code()) {
            let checks = exercise.folder.join("checks.rs");
            if !lesson.targets.contains(&checks) {
                let (folder, name) = (shown(course, &lesson.folder), &exercise.name);
                complaints.push(format!(
                    "{folder}/Cargo.toml: no target holds {}: add [[example]] name = \"{name}\", path \
                     = \"exercises/{name}/checks.rs\", required-features = [\"exercises\"]",
                    shown(course, &checks),
                ));
            }
        }
    }
    Ok(complaints)
}

/// A header says how an answer is checked, and what a wrong one earns.
pub fn every_header_says_what_it_must(course: &Course) -> Result<Vec<Complaint>> {
    let own = course.exercises().flat_map(|exercise| &exercise.asks.says);
    let own: HashSet<&str> = own.map(|says| says.verdict.as_str()).collect();
    let is_verdict =
        |name: &str| own.contains(name) || Name::ALL.iter().any(|known| known.text() == name);
    let mut complaints = Vec::new();
    for exercise in course.exercises().filter(|exercise| exercise.is_code()) {
        for file in below(&exercise.folder)? {
            let Some(name) = file.file_name().filter(|name| name.ends_with(".rs")) else {
                continue;
            };
            let text = read(&file)?;
            let header: Vec<&str> =
                text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
            let has = |start: &str| header.iter().any(|line| line.starts_with(start));
            let lacks = |what: &str| format!("{}: its header lacks {what}", shown(course, &file));
            if name == "start.rs" && !has(&exercise.command) {
                complaints.push(lacks(&format!("the line `//!     {}`", exercise.command)));
            }
            if name == "start.rs" && !has("**First step:**") {
                complaints.push(lacks("the line `//! **First step:** …`"));
            }
            if name.starts_with("right_") && !has("Right: ") {
                complaints.push(lacks("the line `//! Right: …`"));
            }
            if name.starts_with("wrong_") && !has("Wrong: ") {
                complaints.push(lacks("the line `//! Wrong: …`"));
            }
            let earns = header.iter().find_map(|line| line.strip_prefix("Earns: "));
            if name.starts_with("wrong_") && !earns.is_some_and(is_verdict) {
                let names = Name::ALL.map(Name::text).join(", ");
                complaints.push(lacks(&format!("`//! Earns: …` with a verdict's name: {names}")));
            }
        }
    }
    Ok(complaints)
}

/// What the solution did is written down under the checks of today.
pub fn every_answer_is_of_today(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for exercise in course.exercises().filter(|exercise| exercise.is_code()) {
        let file = Answer::file(exercise);
        if !file.is_file() {
            continue; // another rule says so
        }
        if Answer::read(exercise)?.checks != read(&exercise.folder.join("checks.rs"))? {
            complaints.push(format!(
                "{}: it was made under other checks: cargo xtask bank {} --accept",
                shown(course, &file),
                exercise.path()
            ));
        }
    }
    Ok(complaints)
}

/// What each answer did is written down, of the texts of today and of no others.
pub fn every_run_is_of_today(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for exercise in course.exercises().filter(|exercise| exercise.is_code()) {
        let (file, answer) = (Runs::file(exercise), Answer::file(exercise));
        let Ok(entries) = bank::entries(exercise) else { continue };
        if !file.is_file() || !answer.is_file() {
            continue; // another rule says so, as of a header without a verdict
        }
        let answer = read(&answer)?;
        let mut runs = Runs::read(exercise)?.0;
        let mut complain = |name: &str, what: &str| {
            complaints.push(format!(
                "{}: of `{name}` {what}: {}",
                shown(course, &file),
                Runs::mend(exercise)
            ));
        };
        for entry in entries {
            let of = runs::of(exercise, &read(&entry.file)?, &answer)?;
            match runs.remove(&entry.name) {
                None => complain(&entry.name, "it says nothing"),
                Some(run) if run.of != of => {
                    complain(&entry.name, "it says what another text did, or under other checks");
                }
                Some(run) if run.verdict != entry.earns => {
                    complain(&entry.name, &format!("it says that it earns `{}`", run.verdict));
                }
                Some(_) => {}
            }
        }
        for name in runs.keys() {
            complain(name, "it says something, and there is no such answer");
        }
    }
    Ok(complaints)
}

/// Whoever searches the book does not read solutions, which are folded on their pages; with `update` it is
/// so from now on.
pub fn no_solution_is_found_by_searching(course: &Course, update: bool) -> Result<Vec<Complaint>> {
    let file = course.root.join("docs/book.toml");
    let settings = read(&file)?;
    let page =
        |lesson: &Lesson| format!("\"{}-exercises.md\" = {{ enable = false }}\n", lesson.name);
    let pages: String = course.lessons.iter().map(page).collect();
    let begin = "[output.html.search.chapter]\n";
    let renewed = settings.split_once(begin).map(|(head, rest)| {
        let tail = rest.split_once("\n\n").map_or(String::new(), |(_, tail)| format!("\n{tail}"));
        format!("{head}{begin}{pages}{tail}")
    });
    match renewed {
        Some(renewed) if renewed == settings => Ok(Vec::new()),
        Some(renewed) if update => {
            replace(&file, renewed.as_bytes())?;
            Ok(Vec::new())
        }
        _ => Ok(vec![format!(
            "{}: [output.html.search.chapter] does not leave out the exercises of today's lessons: \
             UPDATE=1 cargo test -p xtask --test course",
            shown(course, &file)
        )]),
    }
}

/// rust-analyzer is asked for the exercises of each lesson, in `.vscode/settings.json`; with `update` it
/// is from now on.
pub fn every_lesson_is_seen_by_editors(course: &Course, update: bool) -> Result<Vec<Complaint>> {
    let file = course.root.join(".vscode/settings.json");
    let settings = read(&file)?;
    let features: Vec<String> =
        course.lessons.iter().map(|lesson| format!("    \"{}/exercises\"", lesson.name)).collect();
    let (begin, end) = ("\"rust-analyzer.cargo.features\": [\n", "\n  ]");
    let renewed = settings.split_once(begin).and_then(|(head, rest)| {
        let (_, tail) = rest.split_once(end)?;
        Some(format!("{head}{begin}{}{end}{tail}", features.join(",\n")))
    });
    match renewed {
        Some(renewed) if renewed == settings => Ok(Vec::new()),
        Some(renewed) if update => {
            replace(&file, renewed.as_bytes())?;
            Ok(Vec::new())
        }
        _ => Ok(vec![format!(
            "{}: rust-analyzer.cargo.features are not those of today's lessons: UPDATE=1 cargo test \
             -p xtask --test course",
            shown(course, &file)
        )]),
    }
}
