//! `cargo xtask progress`: what is solved and what comes next.

use anyhow::Result;

use super::progress::{self, Progress, State};
use super::{Exercise, json};
use crate::Outcome;
use crate::course::{Course, Lesson};
use crate::show;

/// How the exercises of a lesson stand.
#[derive(Debug)]
pub struct Standing<'a> {
    /// The lesson.
    pub lesson: &'a Lesson,
    /// Its exercises, in their order.
    pub exercises: Vec<(&'a Exercise, State)>,
}

impl Standing<'_> {
    /// How many are solved.
    pub fn solved(&self) -> usize {
        self.exercises.iter().filter(|(_, state)| state.is_solved()).count()
    }
}

/// Says how each exercise stands.
pub fn overview(course: &Course, json: bool) -> Result<Outcome> {
    let (progress, notices) = Progress::load(course)?;
    progress::tell(&notices);
    let mut standings = Vec::new();
    for lesson in course.lessons.iter().filter(|lesson| !lesson.exercises.is_empty()) {
        let exercises = lesson.exercises.iter();
        let exercises = exercises.map(|exercise| Ok((exercise, progress.state(exercise)?)));
        standings.push(Standing { lesson, exercises: exercises.collect::<Result<_>>()? });
    }
    let next = progress.next(course)?;
    let text = match json {
        true => json::progress(course, &standings, next)?,
        false => said(course, &standings, next),
    };
    show::print(&text);
    Ok(Outcome::Fine)
}

fn said(course: &Course, standings: &[Standing], next: Option<&Exercise>) -> String {
    let all = standings.iter().flat_map(|standing| &standing.exercises);
    let width = all.clone().map(|(exercise, _)| exercise.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for standing in standings {
        let (solved, of) = (standing.solved(), standing.exercises.len());
        let name = show::heading(&standing.lesson.name);
        text += &format!("{name}  {solved} of {of}  {}\n", standing.lesson.title);
        for (exercise, state) in &standing.exercises {
            let (word, note) = match state {
                State::Done => (show::success("done"), ""),
                State::Edited => (show::success("done"), ", edited since"),
                State::Upgraded => (show::heading("open"), ", changed since you solved it"),
                State::Open => (show::heading("open"), ""),
            };
            text += &format!("  {word}  {:width$}  {}{note}\n", exercise.name, exercise.title);
        }
        text.push('\n');
    }
    let solved: usize = standings.iter().map(Standing::solved).sum();
    text += &format!("{solved} of {} done.\n", all.count());
    match next {
        Some(next) => {
            let file = next.file();
            text += &format!("Next: {}\n  {}\n", course.shown(&file), next.command);
        }
        None => text += "That is all of them.\n",
    }
    text
}
