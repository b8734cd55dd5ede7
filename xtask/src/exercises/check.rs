//! `cargo xtask check`: an answer, its verdict and why.

use std::fs;

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8Path;
use cargo_metadata::diagnostic::DiagnosticLevel;

use super::Exercise;
use super::answer::Answer;
use super::judge::{self, Judgement};
use super::try_out::{self, Tried};
use super::verdict::{Name, Verdict};
use super::workshop::Candidate;
use crate::Outcome;
use crate::course::Course;
use crate::show::{self, indented, tame};
use crate::timeline::screen;

/// An answer, tried out and judged.
#[derive(Debug)]
pub struct Checked {
    /// The verdict, and where luck was in it.
    pub judgement: Judgement,
    /// What it rests on, if there was something to build.
    pub tried: Option<Tried>,
    /// Whether the checks that lie beside the answer are not the pristine ones.
    pub checks_differ: bool,
}

/// How often an answer on the real clock may run: one right run shows that it can.
const RUNS: usize = 3;

/// Checks the learner's answers.
pub fn check(course: &Course, exercises: &[&Exercise]) -> Result<Outcome> {
    let mut outcome = Outcome::Fine;
    for exercise in exercises {
        let checked = checked(course, exercise)?;
        show::print(&report(course, exercise, &checked));
        if !checked.judgement.verdict.is_right() {
            outcome = Outcome::Failed;
        }
    }
    Ok(outcome)
}

/// Checks what lies in the learner's file.
pub fn checked(course: &Course, exercise: &Exercise) -> Result<Checked> {
    let answer = Answer::read(exercise)?;
    let candidate = Candidate {
        exercise,
        name: "exercise".to_owned(),
        file: exercise.file(),
        checks: answer.checks.clone(),
    };
    let beside = fs::read_to_string(exercise.folder.join("checks.rs"));
    let checks_differ = beside.is_ok_and(|checks| checks != answer.checks)
        || !exercise.folder.join("checks.rs").is_file();
    if let Some(verdict) = without_code(&candidate.file)? {
        let judgement = Judgement { verdict, luck: Vec::new() };
        return Ok(Checked { judgement, tried: None, checks_differ });
    }
    let mut tried = try_out::try_out(course, &candidate)?;
    let mut judgement = judge::judge(exercise, &answer, &tried);
    for _ in 1..RUNS {
        if judgement.verdict.is_right() || !depends_on_the_machine(&tried) {
            break;
        }
        tried = try_out::play(&candidate, tried.built)?;
        judgement = judge::judge(exercise, &answer, &tried);
    }
    Ok(Checked { judgement, tried: Some(tried), checks_differ })
}

/// Whether another run may take other times.
pub fn depends_on_the_machine(tried: &Tried) -> bool {
    let is_real = |play: &crate::play::Play| play.recording.clock == Some(records::Clock::Real);
    tried.trouble.is_none() && tried.play.as_ref().is_some_and(is_real)
}

/// The verdict on a file in which there is nothing to build.
pub fn without_code(file: &Utf8Path) -> Result<Option<Verdict>> {
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let why = "There is no exercise.rs in the exercise's folder.";
            return Ok(Some(Verdict::new(Name::NoFile, why, "")));
        }
        Err(error) => return Err(error).with_context(|| format!("reading {file}")),
    };
    let text = String::from_utf8_lossy(&bytes);
    let is_code = |line: &str| !line.trim().is_empty() && !line.trim().starts_with("//");
    if text.lines().any(is_code) {
        return Ok(None);
    }
    let why = "exercise.rs has no code: nothing is checked, and nothing passes.";
    Ok(Some(Verdict::new(Name::Emptied, why, "")))
}

/// What the learner reads: the compiler's words if it has errors, the program's output, the verdict, the
/// timeline.
pub fn report(course: &Course, exercise: &Exercise, checked: &Checked) -> String {
    let verdict = &checked.judgement.verdict;
    let mut text = format!("{}  {}\n", show::heading(exercise.path()), exercise.title);
    if checked.checks_differ {
        text += "  The checks beside the exercise were changed. They are judged by as they were; to \
                 have them back: cargo xtask reset --checks ";
        text += &format!("{}\n", exercise.name);
    }
    if let Some(tried) = &checked.tried {
        text += &compiler(course, tried);
        text += &output(tried);
    }
    text += &indented(&said(verdict));
    if let Some(play) = checked.tried.as_ref().and_then(|tried| tried.play.as_ref()) {
        text += "\n";
        text += &indented(&playback::timeline::text(&play.recording, &screen::options(false)));
    }
    text + "\n"
}

/// A verdict, as a learner reads it.
pub fn said(verdict: &Verdict) -> String {
    let name = match verdict.is_right() {
        true => show::success(&verdict.name),
        false => show::failure(&verdict.name),
    };
    let place = verdict.place.as_ref().map(|place| format!(" · {place}")).unwrap_or_default();
    let mut text = format!("{name}{place}\n{}\n", verdict.why);
    if !verdict.asyncio.is_empty() {
        text += &format!("asyncio: {}\n", verdict.asyncio);
    }
    text
}

/// The compiler's words, if it has any to say.
pub fn compiler(course: &Course, tried: &Tried) -> String {
    let has_failed = tried.play.is_none();
    let is_shown = |level: &DiagnosticLevel| match level {
        DiagnosticLevel::Error => true,
        DiagnosticLevel::Warning => !has_failed,
        _ => false,
    };
    let words = tried.built.words.iter().filter(|word| is_shown(&word.level));
    let rendered = words.filter_map(|word| word.rendered.as_deref()).collect::<String>();
    rendered.replace(&format!("{}/", course.root), "")
}

/// The first lines that the program printed.
fn output(tried: &Tried) -> String {
    const MOST: usize = 20;
    let Some(play) = &tried.play else { return String::new() };
    let lines = &play.recording.lines;
    let mut text = String::new();
    for line in lines.iter().take(MOST) {
        text += &format!("  | {}\n", tame(&String::from_utf8_lossy(&line.text)));
    }
    if lines.len() > MOST {
        text += &format!("  | … and {} more\n", show::count(lines.len() - MOST, "line"));
    }
    text
}
