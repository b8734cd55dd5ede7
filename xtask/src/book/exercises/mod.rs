//! The page of a lesson's exercises. It is made of what is committed: the answers, their headers, the
//! hints, and what each answer did, in `runs.json`. Nothing is run, and what a learner wrote is not read.

use anyhow::Result;
use playback::timeline::{self, Options};

use super::{MADE, Made, html};
use crate::course::{Course, Lesson};
use crate::exercises::{Exercise, Kind, hints};
use crate::show;

pub mod parts;
mod predict;
mod solve;
pub mod text;

use parts::fold;

/// The pages of all lessons.
///
/// # Errors
///
/// If an exercise lacks a file, or one cannot be read.
pub fn made(course: &Course) -> Result<Vec<Made>> {
    course.lessons.iter().map(|lesson| page(course, lesson)).collect()
}

fn page(course: &Course, lesson: &Lesson) -> Result<Made> {
    let name = &lesson.name;
    let mut text = format!("{MADE} -->\n{}", opening(lesson));
    for exercise in &lesson.exercises {
        text += &format!("\n## {} {{#{}}}\n\n", exercise.title, exercise.name);
        text += &match exercise.kind {
            Kind::Solve => solve::section(course, exercise)?,
            Kind::Predict => predict::section(course, exercise)?,
        };
    }
    Ok(Made {
        file: format!("crates/{name}/book/exercises.md").into(),
        page: format!("{name}-exercises.html"),
        // Nothing that an answer holds asks mdBook for a file.
        text: text.replace("{{#", "&#123;&#123;#"),
    })
}

fn opening(lesson: &Lesson) -> String {
    let Lesson { name, title, exercises, .. } = lesson;
    let each = |exercise: &Exercise| format!("- [{}](#{})\n", exercise.title, exercise.name);
    let list: String = exercises.iter().map(each).collect();
    let signs = timeline::meanings(&Options::default());
    let signs = format!("<pre class=\"mw-drawn\">{}</pre>\n", html::lines(&signs));
    // What stands behind the colon is the lesson's.
    let subject = title.split(':').next().unwrap_or(title);
    format!(
        "# Exercises: {subject}\n\n\
         {} of the lesson [{title}]({name}.md):\n\n\
         {list}\n\
         `cargo xtask learn` opens the next one that is not solved, waits for you to save its file, and \
         says what your tasks did; `cargo xtask check` says it once.\n\
         The verdict rests on that run and not on the text: every way to do it right is right.\n\
         What follows each task here is folded, from the first hint to the answers that go wrong.\n\n\
         {}",
        show::count(exercises.len(), "exercise"),
        fold("", "How to read a timeline", &signs),
    )
}

/// The hints of an exercise, each folded.
fn folded_hints(exercise: &Exercise) -> Result<String> {
    let count = hints::count(exercise)?;
    let mut text = String::new();
    for level in 1..=count {
        let hint = hints::hint(exercise, level)?.unwrap_or_default();
        text += &fold("", &format!("Hint {level} of {count}"), &format!("\n{hint}\n\n"));
    }
    Ok(text)
}

/// What is typed to have an exercise checked.
fn commands(exercise: &Exercise) -> String {
    let name = &exercise.name;
    format!("```sh\ncargo xtask learn {name}\ncargo xtask check {name}\n```\n\n")
}

/// What is folded twice, so that nobody reads it by accident.
fn folded_solution(words: &str, inner: &str) -> String {
    let inner = fold("", "Show it all the same", inner);
    fold("mw-solution", "The solution", &format!("<p>{words}</p>\n{inner}"))
}

/// The other right answers, each with what its header says.
fn other_ways(answers: &[text::Answer]) -> String {
    let right: Vec<&text::Answer> =
        answers.iter().filter(|answer| answer.name.starts_with("right_")).collect();
    if right.is_empty() {
        return String::new();
    }
    let each = |answer: &&text::Answer| {
        format!("<li><code>{}</code>: {}</li>\n", answer.file, html::words(&answer.says()))
    };
    let list: String = right.iter().map(each).collect();
    format!("<p>Other ways that are right:</p>\n<ul>\n{list}</ul>\n")
}

/// The wrong answers, folded; `inside` says what is inside each, below what it earned.
fn folded_wrong(earned: &[(&text::Answer, String, String)]) -> String {
    let each = |(answer, verdict, inside): &(&text::Answer, String, String)| {
        let belief = html::words(&answer.says());
        fold("mw-wrong", &format!("<b>{}</b> · {belief}", html::text(verdict)), inside)
    };
    let all: String = earned.iter().map(each).collect();
    let words = "What somebody wrote or believed, the verdict that it earned, and why.";
    let summary = format!("{} that go wrong, and why", show::count(earned.len(), "answer"));
    fold("", &summary, &format!("<p>{words}</p>\n{all}"))
}
