//! An answer, its verdict and why.

use std::fs;

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8Path;
use cargo_metadata::diagnostic::DiagnosticLevel;

use super::answer::Answer;
use super::judge::{self, Judgement};
use super::luck;
use super::try_out::{self, Tried};
use super::verdict::{Name, Verdict};
use super::words::busy_machine;
use super::workshop::{self, Built, Candidate};
use super::{Exercise, Kind, busy, predict};
use crate::course::Course;
use crate::patience::Patience;
use crate::show::{self, indented};
use crate::terminal;
use crate::trouble::{Tail, Trouble};

/// An answer, tried out and judged.
#[derive(Debug)]
pub struct Checked {
    /// The verdict, and where luck was in it.
    pub judgement: Judgement,
    /// What it rests on, if there was something to build.
    pub tried: Option<Tried>,
    /// Whether it is right in this run, and other schedules are worth a try.
    pub may_be_luck: bool,
    /// Whether the checks that lie beside the answer are not the pristine ones.
    pub checks_differ: bool,
    /// What was judged; nothing if the file was changed meanwhile, so that nobody knows.
    pub text: Option<String>,
}

/// What is to be judged.
#[derive(Debug)]
pub struct Ready<'a> {
    /// The learner's file under the pristine checks.
    pub candidate: Candidate<'a>,
    /// The verdict, if there is nothing to build.
    pub without_code: Option<Verdict>,
    /// What the solution did; a prediction is judged by other means.
    answer: Option<Answer>,
    checks_differ: bool,
    /// What is in the file, if there is one.
    bytes: Option<Vec<u8>>,
}

/// Checks what lies in the learner's file.
pub fn checked(course: &Course, exercise: &Exercise) -> Result<Checked> {
    let ready = Ready::of(exercise)?;
    let mut built = Built::default();
    if ready.without_code.is_none() {
        let all = workshop::build(course, std::slice::from_ref(&ready.candidate))?;
        built = all.into_iter().next().unwrap_or_default();
    }
    ready.judge(course, built)
}

impl<'a> Ready<'a> {
    /// What is to be judged of this exercise.
    pub fn of(exercise: &'a Exercise) -> Result<Self> {
        if exercise.kind == Kind::Predict {
            return Self::of_a_prediction(exercise);
        }
        let answer = Answer::read(exercise)?;
        let beside = fs::read_to_string(exercise.folder.join("checks.rs"));
        let checks_differ = beside.is_ok_and(|checks| checks != answer.checks)
            || !exercise.folder.join("checks.rs").is_file();
        let candidate = Candidate::of_the_learner(exercise, &answer);
        let bytes = fs::read(&candidate.file).ok();
        let without_code = without_code(exercise, &candidate.file)?;
        Ok(Self { candidate, without_code, answer: Some(answer), checks_differ, bytes })
    }

    /// A prediction is read, and nothing is built.
    fn of_a_prediction(exercise: &'a Exercise) -> Result<Self> {
        let (name, checks) = ("exercise".to_owned(), String::new());
        let candidate = Candidate { exercise, name, file: exercise.file(), checks };
        let bytes = fs::read(&candidate.file).ok();
        let without_code = Some(predict::checked(exercise)?);
        Ok(Self { candidate, without_code, answer: None, checks_differ: false, bytes })
    }

    /// Plays what was built of it, and judges that.
    pub fn judge(self, course: &Course, built: Built) -> Result<Checked> {
        let (judgement, tried) = match self.without_code.clone() {
            Some(verdict) => (Judgement { verdict, luck: Vec::new() }, None),
            None => {
                let (judgement, tried) = self.play(course, built)?;
                (judgement, Some(tried))
            }
        };
        let is_unchanged = fs::read(&self.candidate.file).ok() == self.bytes;
        let text = self.bytes.filter(|_| is_unchanged).map(String::from_utf8);
        let text = text.and_then(Result::ok);
        let Self { candidate, checks_differ, .. } = self;
        let may_be_luck = judgement.verdict.is_right()
            && luck::may_be_luck(candidate.exercise, &candidate, &judgement);
        Ok(Checked { judgement, tried, may_be_luck, checks_differ, text })
    }

    fn play(&self, course: &Course, built: Built) -> Result<(Judgement, Tried)> {
        let exercise = self.candidate.exercise;
        let answer = self.answer.as_ref().context("what is built has an answer")?;
        let once = |built: Built| -> Result<(Judgement, Tried)> {
            let tried = try_out::play(&self.candidate, built)?;
            Ok((judge::judge(exercise, answer, &tried), tried))
        };
        // One right run shows that it can.
        let is_certain = |(judgement, tried): &(Judgement, Tried)| {
            judgement.verdict.is_right() || !tried.may_be_the_machine(&judgement.verdict)
        };
        let again = |(_, tried): (Judgement, Tried)| once(tried.built);
        let played = Patience::SHORT.until(once(built)?, is_certain, again)?;
        let verdict = &played.0.verdict;
        if !played.1.is_real() || !busy::may_give(verdict) {
            return Ok(played);
        }
        let solution = busy::solution(course, exercise, answer)?;
        let busy = busy_machine(exercise, verdict, &solution);
        let not_judged = |(_, tried)| (Judgement { verdict: busy, luck: Vec::new() }, tried);
        busy::settled(played, &solution, not_judged, again)
    }
}

/// The verdict on a file in which there is nothing to build.
pub fn without_code(exercise: &Exercise, file: &Utf8Path) -> Result<Option<Verdict>> {
    let again = format!("To begin again: cargo xtask reset {}", exercise.name);
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let why = format!("There is no exercise.rs in the exercise's folder. {again}");
            return Ok(Some(Verdict::new(Name::NoFile, why, "")));
        }
        Err(error) => return Err(error).with_context(|| format!("reading {file}")),
    };
    let text = String::from_utf8_lossy(&bytes);
    let is_code = |line: &str| !line.trim().is_empty() && !line.trim().starts_with("//");
    if text.lines().any(is_code) {
        return Ok(None);
    }
    let why = format!("exercise.rs has no code: nothing is checked, and nothing passes. {again}");
    Ok(Some(Verdict::new(Name::Emptied, why, "")))
}

/// What the learner reads: the compiler's words, the timeline with the lines that were printed, and last,
/// where it is not scrolled away, the verdict.
pub fn report(course: &Course, exercise: &Exercise, checked: &Checked) -> String {
    let mut text = format!("{}  {}\n", show::heading(exercise.path()), exercise.title);
    if checked.checks_differ {
        text += "  The checks beside the exercise were changed. They are judged by as they were; to \
                 have them back: cargo xtask reset --checks ";
        text += &format!("{}\n", exercise.name);
    }
    if let Some(tried) = &checked.tried {
        text += &compiler(course, tried);
        text += &to_stderr(tried);
    }
    if let Some(play) = checked.tried.as_ref().and_then(|tried| tried.play.as_ref()) {
        text += &indented(&playback::timeline::text(&play.recording, &terminal::options(false)));
        text += "\n";
    }
    text += &indented(&words(checked));
    text + "\n"
}

/// The verdict on this run, as a learner reads it: what is right in it may be so by luck.
pub fn words(checked: &Checked) -> String {
    let verdict = &checked.judgement.verdict;
    match checked.may_be_luck {
        true => format!("{} in this run\n{}\n", show::success(&verdict.name), verdict.why),
        false => said(verdict),
    }
}

/// A verdict, as a learner reads it.
pub fn said(verdict: &Verdict) -> String {
    let name = match verdict.is_right() {
        true => show::success(&verdict.name),
        false => show::failure(&verdict.name),
    };
    let place = verdict.place.as_ref().map(|place| format!(" · {place}")).unwrap_or_default();
    let width = terminal::options(false).width;
    let mut text = format!("{name}{place}\n");
    for line in verdict.why.lines() {
        text += &show::hanging("", line, width);
    }
    let names_it = verdict.asyncio.starts_with("asyncio");
    if names_it {
        text += &show::hanging("", &verdict.asyncio, width);
    } else if !verdict.asyncio.is_empty() {
        text += &show::hanging("asyncio: ", &verdict.asyncio, width);
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

/// The end of what it wrote to stderr, which is where `dbg!` goes; a panic's words are in the verdict.
pub fn to_stderr(tried: &Tried) -> String {
    let Some(play) = &tried.play else { return String::new() };
    let is_told = matches!(tried.trouble, Some(Trouble::Panicked { .. }));
    if is_told || play.stderr.is_empty() {
        return String::new();
    }
    indented(Tail::of(&play.stderr).to_string().trim_start())
}
