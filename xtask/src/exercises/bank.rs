//! `cargo xtask bank`: every answer that the course knows earns the verdict that it must.
//!
//! Of each exercise: the start, an emptied file, the solution, every `right_*` and every `wrong_*`,
//! whose header says what it earns.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::Utf8PathBuf;
use records::Clock;

use super::answer::Answer;
use super::check::without_code;
use super::ready::{Ready, see_those_that_stand_still};
use super::runs::{Run, Runs};
use super::seen::{Case, Seen};
use super::try_out::{self, Tried};
use super::verdict::Name;
use super::workshop::{self, Built, Candidate};
use super::{Exercise, Kind, predict};
use crate::course::Course;
use crate::files::{below, read};
use crate::patience::Patience;
use crate::show::{self, indented};

/// An answer that the course knows.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The exercise.
    pub exercise: &'a Exercise,
    /// Its name: `start`, `solution`, `wrong_no_await`.
    pub name: String,
    /// Its file.
    pub file: Utf8PathBuf,
    /// The name of the verdict that it must earn.
    pub earns: String,
}

/// The answers that are known of an exercise.
pub fn entries(exercise: &Exercise) -> Result<Vec<Entry<'_>>> {
    let right = Name::Right.text().to_owned();
    let mut entries = Vec::new();
    for file in below(&exercise.folder)? {
        let is_answer = file.extension() == Some(exercise.kind.extension());
        let Some(name) = file.file_stem().filter(|_| is_answer) else { continue };
        let earns = match name {
            "exercise" | "checks" => continue,
            "start" => exercise.asks.start.clone(),
            "solution" => right.clone(),
            _ if name.starts_with("right_") => right.clone(),
            _ if name.starts_with("wrong_") => earned(exercise.kind, &file)?,
            _ => continue,
        };
        entries.push(Entry { exercise, name: name.to_owned(), file: file.clone(), earns });
    }
    Ok(entries)
}

/// What a wrong answer's header says that it earns.
fn earned(kind: Kind, file: &Utf8PathBuf) -> Result<String> {
    let text = read(file)?;
    let begins = format!("{} Earns: ", kind.comment());
    match text.lines().find_map(|line| line.strip_prefix(&begins)) {
        Some(earns) => Ok(earns.trim().to_owned()),
        None => bail!("{file}: its header lacks the line `{begins}VERDICT`"),
    }
}

/// Proves the bank of these exercises, or makes their answers anew from their solutions. Returns the
/// complaints, which were said.
pub fn bank(course: &Course, exercises: &[&Exercise], accept: bool) -> Result<Vec<String>> {
    let (predicted, exercises): (Vec<&Exercise>, Vec<&Exercise>) =
        exercises.iter().copied().partition(|exercise| exercise.kind == Kind::Predict);
    let mut complaints = predict::bank::bank(course, &predicted, accept)?;
    for lesson in &course.lessons {
        let of_lesson: Vec<&Exercise> =
            exercises.iter().copied().filter(|each| each.lesson == lesson.name).collect();
        if of_lesson.is_empty() {
            continue;
        }
        if accept {
            renew(course, &of_lesson)?;
        }
        complaints.extend(prove(course, &of_lesson, accept)?);
    }
    Ok(complaints)
}

/// Says a complaint, and gives it back.
pub fn said(complaint: String) -> String {
    show::print(&complaint);
    complaint
}

/// Plays the solutions under the checks beside them, and writes down what they did, unless what is
/// written there says as much.
fn renew(course: &Course, exercises: &[&Exercise]) -> Result<()> {
    let mut candidates = Vec::new();
    for exercise in exercises {
        let checks = read(&exercise.folder.join("checks.rs"))?;
        let file = exercise.folder.join("solution.rs");
        candidates.push(Candidate { exercise, name: "solution".to_owned(), file, checks });
    }
    let built = workshop::build(course, &candidates)?;
    for (candidate, built) in candidates.iter().zip(built) {
        let kept = Answer::read(candidate.exercise).ok();
        let is_enough = |now: &Answer| {
            now.clock == Clock::Virtual
                || kept.as_ref().is_none_or(|kept| kept.says_as_much_as(now))
        };
        let again = |_| solved(candidate, built.clone());
        let now = Patience::LONG.until(solved(candidate, built.clone())?, is_enough, again)?;
        if !kept.is_some_and(|kept| kept.says_as_much_as(&now)) {
            now.write(candidate.exercise)?;
        }
    }
    Ok(())
}

/// What the solution does.
fn solved(candidate: &Candidate, built: Built) -> Result<Answer> {
    let path = candidate.exercise.path();
    let tried = try_out::play(candidate, built)?;
    let Some(play) = tried.play.as_ref().filter(|_| tried.trouble.is_none()) else {
        let words = tried.built.words.iter().filter_map(|word| word.rendered.as_deref());
        let words: String = words.collect();
        let trouble = tried.trouble.map(|what| what.to_string()).unwrap_or_default();
        bail!("the solution of {path} does not run: {trouble}\n{words}");
    };
    Ok(Answer::of(&play.recording, &candidate.checks))
}

/// Has every entry judged; says of each what it earned, and complains of those that earned something else,
/// or did something else than what is kept of them. With `accept`, what they did is what is kept from now on.
fn prove(course: &Course, exercises: &[&Exercise], accept: bool) -> Result<Vec<String>> {
    let mut cases = Vec::new();
    for exercise in exercises {
        let answer = Answer::read(exercise)?;
        for entry in entries(exercise)? {
            cases.push(Case::new(entry, &answer)?);
        }
    }
    let candidates: Vec<Candidate> = cases.iter().map(|case| case.candidate.clone()).collect();
    let built = workshop::build(course, &candidates)?;
    let mut ready: Vec<Ready> =
        cases.into_iter().zip(built).map(|(case, built)| Ready::new(case, built)).collect();
    see_those_that_stand_still(course, &mut ready, accept)?;
    let mut complaints = Vec::new();
    for exercise in exercises {
        let is_of_it = |ready: &Ready| ready.case.entry.exercise.path() == exercise.path();
        let of_it = ready.extract_if(.., |ready| is_of_it(ready)).collect();
        complaints.extend(prove_one(course, exercise, of_it, accept)?);
        complaints.extend(passes_when_emptied(course, exercise)?);
    }
    Ok(complaints)
}

/// The same of the entries of one exercise.
fn prove_one(
    course: &Course,
    exercise: &Exercise,
    ready: Vec<Ready>,
    accept: bool,
) -> Result<Vec<String>> {
    // What cannot be read is to be made anew, and a complaint below until it is.
    let kept = Runs::read(exercise).unwrap_or_default();
    let mut now = Runs::default();
    let mut complaints = Vec::new();
    for mut ready in ready {
        let name = ready.case.entry.name.clone();
        let was = kept.0.get(&name);
        let seen = ready.see(course, was, accept)?;
        let complaint = earns_another(&ready.case.entry, &seen);
        complaints.extend(match complaint {
            None if !accept => drifted(&ready.case, was, &seen.run),
            complaint => complaint,
        });
        now.0.insert(name, seen.run);
    }
    if accept && complaints.is_empty() && now != kept {
        now.write(exercise)?;
    }
    Ok(complaints)
}

/// Says what an answer earns; a complaint if it must earn something else.
fn earns_another(entry: &Entry, seen: &Seen) -> Option<String> {
    let name = format!("{} {}", entry.exercise.path(), entry.name);
    if seen.verdict.name == entry.earns {
        show::print(&format!("{name}: {}\n", seen.verdict.name));
        return None;
    }
    let is_judged = seen.verdict.name != Name::BusyMachine.text();
    Some(said(format!(
        "{name}: {}: it must earn `{}` and earns\n{}{}",
        show::failure(if is_judged { "wrong verdict" } else { "not judged" }),
        entry.earns,
        indented(&super::check::said(&seen.verdict)),
        indented(&what_it_did(&seen.tried)),
    )))
}

/// A complaint if an answer does not do what is kept of it, with what it does instead.
fn drifted(case: &Case, kept: Option<&Run>, now: &Run) -> Option<String> {
    let drift = match kept {
        None => "  There is nothing about it.\n".to_owned(),
        Some(kept) => match kept.drift(now) {
            None => return None,
            Some(drift) => drift.to_string(),
        },
    };
    let exercise = case.entry.exercise;
    Some(said(format!(
        "{} {}: {}: runs.json does not say what it does now.\n{}  If that is right: {}\n",
        exercise.path(),
        case.entry.name,
        show::failure("drifted"),
        indented(&drift),
        Runs::mend(exercise),
    )))
}

fn what_it_did(tried: &Tried) -> String {
    match &tried.play {
        Some(play) => play.recording.transcript(),
        None => tried.built.words.iter().filter_map(|word| word.rendered.as_deref()).collect(),
    }
}

/// A file with nothing in it, and one with nothing but the start's header, pass for no answer; a
/// complaint if one does.
fn passes_when_emptied(course: &Course, exercise: &Exercise) -> Result<Option<String>> {
    let folder = course.target.join("exercises").join("emptied");
    fs::create_dir_all(&folder).with_context(|| format!("making the folder {folder}"))?;
    let file = folder.join(format!("{}.rs", exercise.name));
    let start = read(&exercise.folder.join("start.rs"))?;
    let header: String =
        start.split_inclusive('\n').filter(|line| line.starts_with("//")).collect();
    for text in [String::new(), header] {
        fs::write(&file, text).with_context(|| format!("writing {file}"))?;
        let verdict = without_code(exercise, &file)?;
        if verdict.is_none_or(|verdict| verdict.name != Name::Emptied.text()) {
            let path = exercise.path();
            return Ok(Some(said(format!("{path} emptied: {}\n", show::failure("it passes")))));
        }
    }
    show::print(&format!("{} emptied: {}\n", exercise.path(), Name::Emptied.text()));
    Ok(None)
}

/// What is wrong with the exercises as a learner finds them: one that is not its start, and answers
/// that are not formatted.
pub fn as_found(course: &Course) -> Result<Vec<String>> {
    let mut complaints = Vec::new();
    for exercise in course.exercises() {
        let (file, start) = (exercise.file(), exercise.start());
        if read(&file)? != read(&start)? {
            let shown = course.shown(&file);
            complaints.push(format!(
                "{shown}: it is not its start: cargo xtask reset {}\n",
                exercise.name
            ));
        }
        let answers = below(&exercise.folder)?;
        let code = answers.iter().filter(|file| file.extension() == Some("rs"));
        let mut rustfmt = Command::new("rustfmt");
        rustfmt.args(["--edition", "2024", "--check"]).args(code).current_dir(&course.root);
        let output = rustfmt.output().context("starting rustfmt: rustup component add rustfmt")?;
        if exercise.is_code() && !output.status.success() {
            complaints.push(format!(
                "{}/*.rs: not formatted: rustfmt --edition 2024 {0}/*.rs\n",
                course.shown(&exercise.folder),
            ));
        }
    }
    Ok(complaints)
}
