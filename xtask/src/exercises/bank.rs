//! `cargo xtask bank`: every answer that the course knows earns the verdict that it must.
//!
//! Of each exercise: the start, an emptied file, the solution, every `right_*` and every `wrong_*`,
//! whose header says what it earns.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::Utf8PathBuf;

use super::answer::Answer;
use super::check::{depends_on_the_machine, without_code};
use super::judge;
use super::luck;
use super::try_out::{self, Tried};
use super::verdict::Name;
use super::workshop::{self, Built, Candidate};
use super::{Exercise, Kind, predict};
use crate::Outcome;
use crate::course::Course;
use crate::show::{self, indented};
use crate::tidy::{files, read};

/// How often an answer on the real clock may run until it earns what it must.
const RUNS: usize = 4;

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
    for file in files(&exercise.folder)? {
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

/// Proves the bank of these exercises, or makes their answers anew from their solutions.
pub fn bank(course: &Course, exercises: &[&Exercise], accept: bool) -> Result<Outcome> {
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
        complaints += prove(course, &of_lesson)?;
    }
    Ok(if complaints == 0 { Outcome::Fine } else { Outcome::Failed })
}

/// Plays the solutions under the checks beside them, and writes down what they did.
fn renew(course: &Course, exercises: &[&Exercise]) -> Result<()> {
    let mut candidates = Vec::new();
    for exercise in exercises {
        let checks = read(&exercise.folder.join("checks.rs"))?;
        let file = exercise.folder.join("solution.rs");
        candidates.push(Candidate { exercise, name: "solution".to_owned(), file, checks });
    }
    let built = workshop::build(course, &candidates)?;
    for (candidate, built) in candidates.iter().zip(built) {
        let path = candidate.exercise.path();
        let tried = try_out::play(candidate, built)?;
        let Some(play) = tried.play.as_ref().filter(|_| tried.trouble.is_none()) else {
            let words = tried.built.words.iter().filter_map(|word| word.rendered.as_deref());
            let words: String = words.collect();
            let trouble = tried.trouble.map(|what| what.to_string()).unwrap_or_default();
            bail!("the solution of {path} does not run: {trouble}\n{words}");
        };
        Answer::of(&play.recording, &candidate.checks).write(candidate.exercise)?;
    }
    Ok(())
}

/// Has every entry judged; says of each what it earned, and returns how many earned something else.
fn prove(course: &Course, exercises: &[&Exercise]) -> Result<usize> {
    let (mut all, mut candidates, mut answers) = (Vec::new(), Vec::new(), Vec::new());
    for exercise in exercises {
        let answer = Answer::read(exercise)?;
        for entry in entries(exercise)? {
            candidates.push(Candidate {
                exercise,
                name: entry.name.clone(),
                file: entry.file.clone(),
                checks: answer.checks.clone(),
            });
            all.push(entry);
            answers.push(answer.clone());
        }
    }
    let built = workshop::build(course, &candidates)?;
    let mut wrong = 0;
    for (((entry, candidate), answer), built) in
        all.iter().zip(&candidates).zip(&answers).zip(built)
    {
        wrong += usize::from(!earns(course, entry, candidate, answer, built)?);
    }
    for exercise in exercises {
        wrong += usize::from(!is_caught_when_emptied(course, exercise)?);
    }
    Ok(wrong)
}

fn earns(
    course: &Course,
    entry: &Entry,
    candidate: &Candidate,
    answer: &Answer,
    built: Built,
) -> Result<bool> {
    let mut tried = try_out::play(candidate, built)?;
    let mut judgement = judge::judge(entry.exercise, answer, &tried);
    for _ in 1..RUNS {
        if judgement.verdict.name == entry.earns || !depends_on_the_machine(&tried) {
            break;
        }
        tried = try_out::play(candidate, tried.built)?;
        judgement = judge::judge(entry.exercise, answer, &tried);
    }
    if let Some(play) = tried.play.as_ref().filter(|_| judgement.verdict.is_right()) {
        let recording = &play.recording;
        let luck = luck::try_schedules(course, candidate, &judgement, recording)?;
        if let Some(luck::Tried::Fails(bad)) = luck {
            judgement.verdict = bad.verdict;
        }
    }
    let is_earned = judgement.verdict.name == entry.earns;
    let name = format!("{} {}", entry.exercise.path(), entry.name);
    if is_earned {
        show::print(&format!("{name}: {}\n", judgement.verdict.name));
        return Ok(true);
    }
    let said = super::check::said(&judgement.verdict);
    show::print(&format!(
        "{name}: {}: it must earn `{}` and earns\n{}{}",
        show::failure("wrong verdict"),
        entry.earns,
        indented(&said),
        indented(&what_it_did(&tried)),
    ));
    Ok(false)
}

fn what_it_did(tried: &Tried) -> String {
    match &tried.play {
        Some(play) => play.recording.transcript(),
        None => tried.built.words.iter().filter_map(|word| word.rendered.as_deref()).collect(),
    }
}

/// A file with nothing in it, and one with nothing but the start's header, pass for no answer.
fn is_caught_when_emptied(course: &Course, exercise: &Exercise) -> Result<bool> {
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
            show::print(&format!("{} emptied: {}\n", exercise.path(), show::failure("it passes")));
            return Ok(false);
        }
    }
    show::print(&format!("{} emptied: {}\n", exercise.path(), Name::Emptied.text()));
    Ok(true)
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
        let answers = files(&exercise.folder)?;
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
