//! What other tools read: docs/src/runner-json.md, xtask/schema.

use anyhow::{Context, Result};
use serde::Serialize;

use super::Exercise;
use super::check::Checked;
use super::overview::Standing;
use super::progress::State;
use super::verdict::Name;
use crate::course::Course;

/// The version of both. It changes when a reader of the older one would misunderstand.
const VERSION: u32 = 1;

/// `cargo xtask check --json`.
#[derive(Serialize)]
struct Checks<'a> {
    version: u32,
    checked: &'a [Answer],
}

/// An answer, and what it is.
#[derive(Debug, Serialize)]
pub struct Answer {
    lesson: String,
    exercise: String,
    verdict: String,
    /// Whether the answer is right.
    pub right: bool,
    why: String,
    place: Option<Place>,
    asyncio: String,
    luck: Vec<[String; 2]>,
    compiler: Vec<String>,
    /// Whether it did not run, because it passed before and is unchanged.
    pub remembered: bool,
    checks_differ: bool,
    command: String,
}

#[derive(Debug, Serialize)]
struct Place {
    file: String,
    line: u32,
}

impl Answer {
    /// An answer that was judged.
    pub fn judged(exercise: &Exercise, checked: &Checked) -> Self {
        let verdict = &checked.judgement.verdict;
        let recording =
            checked.tried.as_ref().and_then(|tried| Some(&tried.play.as_ref()?.recording));
        let line = |line: usize| {
            let line = recording.and_then(|recording| recording.lines.get(line));
            line.map(|line| String::from_utf8_lossy(&line.text).into_owned()).unwrap_or_default()
        };
        let words = checked.tried.iter().flat_map(|tried| &tried.built.words);
        let words = words.filter_map(|word| word.rendered.as_deref());
        let place = verdict.place.as_ref();
        Self {
            verdict: verdict.name.clone(),
            right: verdict.is_right(),
            why: verdict.why.clone(),
            place: place.map(|place| Place { file: place.file.clone(), line: place.line }),
            asyncio: verdict.asyncio.clone(),
            luck: checked.judgement.luck.iter().map(|(a, b)| [line(*a), line(*b)]).collect(),
            compiler: words.map(|word| anstream::adapter::strip_str(word).to_string()).collect(),
            remembered: false,
            checks_differ: checked.checks_differ,
            ..Self::remembered(exercise)
        }
    }

    /// An answer that nobody could judge, for want of a file, say.
    pub fn not_judged(exercise: &Exercise, error: &anyhow::Error) -> Self {
        Self {
            verdict: "not judged".to_owned(),
            right: false,
            why: format!("{error:#}"),
            remembered: false,
            ..Self::remembered(exercise)
        }
    }

    /// An answer that passed before, and that nobody has touched since.
    pub fn remembered(exercise: &Exercise) -> Self {
        Self {
            lesson: exercise.lesson.clone(),
            exercise: exercise.name.clone(),
            verdict: Name::Right.text().to_owned(),
            right: true,
            why: "It passed before, and is unchanged since.".to_owned(),
            place: None,
            asyncio: String::new(),
            luck: Vec::new(),
            compiler: Vec::new(),
            remembered: true,
            checks_differ: false,
            command: exercise.command.clone(),
        }
    }
}

/// What was checked.
pub fn checks(checked: &[Answer]) -> Result<String> {
    text(&Checks { version: VERSION, checked })
}

/// `cargo xtask progress --json`.
#[derive(Serialize)]
struct Progress<'a> {
    version: u32,
    done: usize,
    all: usize,
    next: Option<String>,
    lessons: Vec<Lesson<'a>>,
}

#[derive(Serialize)]
struct Lesson<'a> {
    name: &'a str,
    title: &'a str,
    done: usize,
    all: usize,
    exercises: Vec<Stands<'a>>,
}

#[derive(Serialize)]
struct Stands<'a> {
    name: &'a str,
    title: &'a str,
    done: bool,
    state: State,
    file: String,
    command: &'a str,
}

/// How the exercises stand.
pub fn progress(
    course: &Course,
    standings: &[Standing],
    next: Option<&Exercise>,
) -> Result<String> {
    let mut lessons = Vec::new();
    for standing in standings {
        let exercises = standing.exercises.iter().map(|(exercise, state)| Stands {
            name: &exercise.name,
            title: &exercise.title,
            done: state.is_solved(),
            state: *state,
            file: course.shown(&exercise.file()).to_string(),
            command: &exercise.command,
        });
        lessons.push(Lesson {
            name: &standing.lesson.name,
            title: &standing.lesson.title,
            done: standing.solved(),
            all: standing.exercises.len(),
            exercises: exercises.collect(),
        });
    }
    text(&Progress {
        version: VERSION,
        done: lessons.iter().map(|lesson| lesson.done).sum(),
        all: lessons.iter().map(|lesson| lesson.all).sum(),
        next: next.map(|next| next.name.clone()),
        lessons,
    })
}

fn text(data: &impl Serialize) -> Result<String> {
    let mut text = serde_json::to_string_pretty(data).context("it is plain data")?;
    text.push('\n');
    Ok(text)
}
