//! What is remembered of a learner, and what an exercise has to give beside its checks.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8PathBuf;

use crate::course::Course;
use crate::exercises::Exercise;
use crate::exercises::answer::Answer;
use crate::tidy::read;

/// What has passed, for as long as the runner lives.
#[derive(Default)]
pub struct Progress {
    passed: HashMap<String, u64>,
}

impl Progress {
    /// What is known, and what the learner is to be told of it.
    pub fn load(_course: &Course) -> Result<(Self, Vec<String>)> {
        Ok((Self::default(), Vec::new()))
    }

    /// Whether what lies in the learner's file is what has passed.
    pub fn is_passed(&self, exercise: &Exercise) -> Result<bool> {
        let passed = self.passed.get(&exercise.path());
        Ok(passed.is_some() && passed.copied() == content(exercise))
    }

    /// What lies in the learner's file has passed.
    pub fn pass(&mut self, exercise: &Exercise) -> Result<()> {
        if let Some(content) = content(exercise) {
            self.passed.insert(exercise.path(), content);
        }
        Ok(())
    }
}

fn content(exercise: &Exercise) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    fs::read(exercise.file()).ok()?.hash(&mut hasher);
    fs::read(Answer::file(exercise)).ok()?.hash(&mut hasher);
    Some(hasher.finish())
}

/// The hint of this level, the first being 1, if there are so many.
pub fn hint(exercise: &Exercise, level: usize) -> Result<Option<String>> {
    let text = read(&exercise.folder.join("hints.md"))?;
    let hint = text.split("\n---\n").nth(level.saturating_sub(1));
    Ok(hint.map(|hint| hint.trim().to_owned()))
}

/// The solution's text.
pub fn solution(exercise: &Exercise) -> Result<String> {
    read(&exercise.folder.join("solution.rs"))
}

/// Puts the start back, and says where the text that was there is kept, if there was one.
pub fn reset(exercise: &Exercise) -> Result<Option<Utf8PathBuf>> {
    let (file, start) = (exercise.file(), read(&exercise.folder.join("start.rs"))?);
    let mut kept = None;
    if file.is_file() {
        let place = (1..)
            .map(|number| exercise.folder.join(format!("exercise.rs.{number}")))
            .find(|place| !place.exists())
            .context("there is always a number")?;
        fs::rename(&file, &place).with_context(|| format!("keeping {file} as {place}"))?;
        kept = Some(place);
    }
    fs::write(&file, start).with_context(|| format!("writing {file}"))?;
    Ok(kept)
}
