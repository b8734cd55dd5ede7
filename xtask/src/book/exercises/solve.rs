//! An exercise in which code is written.

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8Path;
use records::Clock;

use super::parts::{code, drawn, fold, verdict, words};
use super::text::Answer;
use super::{commands, folded_hints, folded_solution, folded_wrong, other_ways};
use crate::book::html;
use crate::course::Course;
use crate::exercises::Exercise;
use crate::exercises::runs::{Run, Runs};
use crate::exercises::verdict::Name;

/// A longer wrong answer is named and not shown.
const SHORT: usize = 40;

/// All that a page says of an exercise, below its heading.
pub fn section(course: &Course, exercise: &Exercise) -> Result<String> {
    let answers = Answer::all(exercise)?;
    let runs = Runs::read(exercise)?;
    let find = |name: &str| {
        let answer = answers.iter().find(|answer| answer.name == name);
        let run = runs.0.get(name);
        answer.zip(run).with_context(|| {
            format!("{}: nothing of `{name}`: {}", Runs::file(exercise), Runs::mend(exercise))
        })
    };
    let (start, begins) = find("start")?;
    let (solution, solves) = find("solution")?;
    let mut seen = Timelines::default();
    let mut text = start.task();
    text += &format!(
        "<p>Your file is {}. It begins so:</p>\n{}\n",
        html::path(course.shown(&exercise.file()).as_str()),
        code(start),
    );
    text += &commands(exercise);
    text += &format!("<p>As it stands it earns:</p>\n{}", verdict(begins));
    text += &seen.folded(start, begins);
    text += ended(begins);
    text += &not_drawn(exercise, solves);
    text += &folded_hints(exercise)?;
    text += &folded_solution(
        "Whatever earns <code>right</code> is right, however it is written; this is one way.",
        &(shown_solution(solution, solves, &mut seen) + &other_ways(&answers)),
    );
    let mut wrong = Vec::new();
    for answer in answers.iter().filter(|answer| answer.name.starts_with("wrong_")) {
        let (_, run) = find(&answer.name)?;
        wrong.push((answer, run));
    }
    wrong.sort_by(|(_, one), (_, other)| one.verdict.cmp(&other.verdict));
    let folder = course.shown(&exercise.folder);
    let earned: Vec<(&Answer, String, String)> = wrong
        .into_iter()
        .map(|(answer, run)| {
            let line = run.line().map(|line| format!("Line {line}: ")).unwrap_or_default();
            let inside = words(&(line + &run.why), &run.asyncio)
                + &named(answer, folder)
                + &seen.shown(answer, run, true);
            (answer, run.verdict.clone(), inside)
        })
        .collect();
    text += &folded_wrong(&earned);
    if let Some(afterwards) = start.afterwards() {
        text += &format!("\n{afterwards}\n");
    }
    Ok(text)
}

/// Why no timeline of a start stands here, if it is because its thread slept.
fn ended(run: &Run) -> &'static str {
    let is_drawn = !run.timeline.is_empty() || run.clock == Some(Clock::Real);
    match run.verdict == Name::BlockedTheThread.text() && !is_drawn {
        true => "<p>No timeline stands here: the run was ended while its thread slept.</p>\n",
        false => "",
    }
}

/// Why no timeline stands here, if it is because of the clock.
fn not_drawn(exercise: &Exercise, run: &Run) -> String {
    if run.clock != Some(Clock::Real) || !run.timeline.is_empty() {
        return String::new();
    }
    format!(
        "<p>No timeline stands here: it needs the real clock, on which no two runs are drawn alike. \
         <code>{}</code> draws yours.</p>\n",
        exercise.command
    )
}

fn shown_solution<'a>(answer: &'a Answer, run: &'a Run, seen: &mut Timelines<'a>) -> String {
    let words: String =
        answer.header.iter().map(|text| format!("<p>{}</p>\n", html::words(text))).collect();
    words + &code(answer) + &verdict(run) + &seen.shown(answer, run, true)
}

/// A wrong answer, if it is short; else where it lies.
fn named(answer: &Answer, folder: &Utf8Path) -> String {
    match answer.length() {
        0..=SHORT => format!("<p><code>{}</code></p>\n{}", answer.file, code(answer)),
        _ => format!("<p>Its code: {}</p>\n", html::path(&format!("{folder}/{}", answer.file))),
    }
}

/// The timelines that an exercise has shown, and of whom.
#[derive(Default)]
struct Timelines<'a>(Vec<(&'a Run, &'a str)>);

impl<'a> Timelines<'a> {
    /// The timeline of a run, or what rustc said instead; or whose timeline it is, if that was shown.
    fn shown(&mut self, answer: &'a Answer, run: &'a Run, is_named: bool) -> String {
        let label = label(run);
        let name = if is_named { format!("<p>{label}:</p>\n") } else { String::new() };
        if !run.refused.is_empty() {
            return name + &drawn(label, &run.refused);
        }
        if run.timeline.is_empty() {
            return String::new();
        }
        let same = self.0.iter().find(|(known, _)| known.timeline == run.timeline);
        if let Some((_, of)) = same {
            return format!("<p>{label}: that of <code>{of}</code>.</p>\n");
        }
        // The reason has the instants and the line in it.
        let is_alike = |known: &Run| (&known.verdict, &known.why) == (&run.verdict, &run.why);
        if let Some((_, of)) = self.0.iter().find(|(known, _)| is_alike(known)) {
            return format!("<p>{label}: much as that of <code>{of}</code>.</p>\n");
        }
        self.0.push((run, answer.file.as_str()));
        name + &drawn(label, &run.timeline)
    }

    /// The same, folded.
    fn folded(&mut self, answer: &'a Answer, run: &'a Run) -> String {
        match self.shown(answer, run, false).as_str() {
            "" => String::new(),
            shown => fold("", label(run), shown),
        }
    }
}

/// What is shown of a run.
fn label(run: &Run) -> &'static str {
    if !run.refused.is_empty() {
        "What rustc says"
    } else if run.verdict == Name::RightByLuck.text() {
        "A schedule in which it fails"
    } else {
        "Its timeline"
    }
}
