//! What the learner has solved, which hints were told, and what was asked for.
//!
//! An exercise is solved when its text passed. That is remembered with the text and with the answer
//! that it was held against, so that it can be found out anew at any time: `cargo xtask check`.

use std::fs;

use anyhow::{Result, bail};
use serde::Serialize;

use super::Exercise;
use super::answer::Answer;
use super::check::Checked;
use super::saved::{Passed, Saved};
use super::store::Store;
use crate::course::Course;
use crate::files::read;
use crate::hash::hash;

/// What is remembered, and where.
#[derive(Clone, Debug)]
pub struct Progress {
    store: Store,
    saved: Saved,
}

/// How an exercise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It is to be solved.
    Open,
    /// It was solved, and the exercise itself has changed since then: it is to be solved again.
    Upgraded,
    /// It was solved, and the learner has gone on to edit the file.
    Edited,
    /// What is in the file passed.
    Done,
}

impl State {
    /// Whether the exercise is behind the learner.
    pub fn is_solved(self) -> bool {
        matches!(self, Self::Edited | Self::Done)
    }
}

impl Progress {
    /// Reads what is remembered. The notices say what was wrong with the files and what was done about
    /// it; they are to be shown.
    pub fn load(course: &Course) -> Result<(Self, Vec<String>)> {
        let store = Store::of(&course.progress);
        let (saved, notices) = store.read()?;
        Ok((Self { store, saved }, notices))
    }

    /// Whether what is in the learner's file passed, so that there is no need to run it again.
    pub fn is_passed(&self, exercise: &Exercise) -> Result<bool> {
        Ok(self.state(exercise)? == State::Done)
    }

    /// How an exercise stands.
    pub fn state(&self, exercise: &Exercise) -> Result<State> {
        let Some(passed) = self.saved.passed.get(&exercise.name) else { return Ok(State::Open) };
        let text = fs::read_to_string(exercise.file()).ok();
        let is_of_today = passed.under == under(exercise)?;
        if text.as_ref() == Some(&passed.text) {
            return Ok(if is_of_today { State::Done } else { State::Upgraded });
        }
        let start = fs::read_to_string(exercise.start()).ok();
        Ok(match (text.is_some() && text == start, is_of_today) {
            (true, _) => State::Open,
            (false, true) => State::Edited,
            (false, false) => State::Upgraded,
        })
    }

    /// Whether the exercise was ever solved, whatever has become of it.
    pub fn was_solved(&self, exercise: &Exercise) -> bool {
        self.saved.passed.contains_key(&exercise.name)
    }

    /// The first exercise of the course that is to be solved.
    pub fn next<'a>(&self, course: &'a Course) -> Result<Option<&'a Exercise>> {
        for exercise in course.exercises() {
            if !self.state(exercise)?.is_solved() {
                return Ok(Some(exercise));
            }
        }
        Ok(None)
    }

    /// What is in the learner's file now has passed. It is written at once.
    pub fn pass(&mut self, exercise: &Exercise) -> Result<()> {
        self.pass_text(exercise, &read(&exercise.file())?)
    }

    /// This text has passed: that of the file when it was built, whatever is in it now.
    pub fn pass_text(&mut self, exercise: &Exercise, text: &str) -> Result<()> {
        let passed = Passed { under: under(exercise)?, text: text.to_owned() };
        self.update(|saved| {
            saved.passed.insert(exercise.name.clone(), passed);
        })
    }

    /// Remembers what came of a check: that the answer passed; or, should it be the very text that
    /// passed before, that it does no longer.
    pub fn learn(&mut self, exercise: &Exercise, checked: &Checked) -> Result<()> {
        let is_right = checked.judgement.verdict.is_right();
        let Some(text) = &checked.text else {
            if is_right {
                let file = exercise.file();
                let name = file.file_name().unwrap_or_default();
                bail!("{name} was saved while it was checked; again: {}", exercise.command);
            }
            return Ok(());
        };
        if is_right {
            return self.pass_text(exercise, text);
        }
        let is_it = |passed: &Passed| passed.text == *text;
        if !self.saved.passed.get(&exercise.name).is_some_and(is_it) {
            return Ok(());
        }
        self.update(|saved| {
            if saved.passed.get(&exercise.name).is_some_and(is_it) {
                saved.passed.remove(&exercise.name);
            }
        })?;
        tell(&[format!("{} passed before as it is; it counts as open now.", exercise.path())]);
        Ok(())
    }

    /// The last hint that was told; 0 if none was.
    pub fn hint(&self, exercise: &Exercise) -> usize {
        self.saved.hints.get(&exercise.name).copied().unwrap_or_default()
    }

    /// This hint was told.
    pub fn told(&mut self, exercise: &Exercise, level: usize) -> Result<()> {
        self.update(|saved| {
            saved.hints.insert(exercise.name.clone(), level);
        })
    }

    /// Whether the solution was asked for before.
    pub fn has_asked(&self, exercise: &Exercise) -> bool {
        self.saved.asked.contains(&exercise.name)
    }

    /// The solution was asked for.
    pub fn asked(&mut self, exercise: &Exercise) -> Result<()> {
        self.update(|saved| {
            saved.asked.insert(exercise.name.clone());
        })
    }

    fn update(&mut self, change: impl FnOnce(&mut Saved)) -> Result<()> {
        let (saved, notices) = self.store.update(change)?;
        self.saved = saved;
        // The files were good when they were read: somebody damaged them since.
        tell(&notices);
        Ok(())
    }
}

/// Says what was wrong with the files of progress, beside what a command has to say.
pub fn tell(notices: &[String]) {
    for notice in notices {
        anstream::eprintln!("{}: {notice}", crate::show::heading("progress"));
    }
}

/// Reads what is remembered, and says what there is to say. Where it cannot be read, that is said, and
/// what a command is about is done without.
pub fn or_say(course: &Course) -> Option<Progress> {
    match Progress::load(course) {
        Ok((progress, notices)) => {
            tell(&notices);
            Some(progress)
        }
        Err(error) => {
            said(Err(error));
            None
        }
    }
}

/// Says what kept something from being remembered; no command ends for it.
pub fn said(result: Result<()>) {
    if let Err(error) = result {
        let what = "nothing of this is remembered";
        anstream::eprintln!("{}: {what}: {error:#}", crate::show::failure("progress"));
    }
}

/// Which answer an exercise is held against.
fn under(exercise: &Exercise) -> Result<String> {
    Ok(hash(&read(&Answer::file(exercise))?))
}
