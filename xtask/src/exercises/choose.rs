//! Which exercises a command is about.

use std::fmt;

use super::Exercise;
use crate::course::{Course, Lesson};

/// The exercises that `wanted` names: a lesson's, or the one; all if it names none.
pub fn choose<'a>(course: &'a Course, wanted: Option<&str>) -> Result<Vec<&'a Exercise>, Unknown> {
    let Some(wanted) = wanted else { return Ok(course.exercises().collect()) };
    match lesson(course, wanted) {
        Some(lesson) => Ok(lesson.exercises.iter().collect()),
        None => Ok(vec![choose_one(course, wanted)?]),
    }
}

/// The lesson of this name.
pub fn lesson<'a>(course: &'a Course, name: &str) -> Option<&'a Lesson> {
    course.lessons.iter().find(|lesson| lesson.name == name)
}

/// The one exercise that `wanted` names, or that alone begins so.
pub fn choose_one<'a>(course: &'a Course, wanted: &str) -> Result<&'a Exercise, Unknown> {
    let all: Vec<&Exercise> = course.exercises().collect();
    let is_meant = |exercise: &&&Exercise| exercise.name == wanted || exercise.path() == wanted;
    if let Some(exercise) = all.iter().find(is_meant) {
        return Ok(exercise);
    }
    let begins = |exercise: &&&Exercise| {
        exercise.name.starts_with(wanted) || exercise.path().starts_with(wanted)
    };
    let begun: Vec<&&Exercise> = all.iter().filter(begins).collect();
    match begun.as_slice() {
        [exercise] if !wanted.is_empty() => Ok(exercise),
        [] => Err(Unknown::new(wanted, &all)),
        several => Err(Unknown {
            wanted: wanted.to_owned(),
            near: several.iter().take(MOST).map(|exercise| exercise.name.clone()).collect(),
        }),
    }
}

/// How many names are offered in place of a wrong one.
const MOST: usize = 3;

/// A name that is no exercise's.
#[derive(Debug)]
pub struct Unknown {
    wanted: String,
    near: Vec<String>,
}

impl Unknown {
    fn new(wanted: &str, all: &[&Exercise]) -> Self {
        let last = wanted.rsplit('/').next().unwrap_or_default();
        let mut near: Vec<(f64, String)> = all
            .iter()
            .map(|exercise| (strsim::jaro_winkler(&exercise.name, last), exercise.name.clone()))
            .filter(|(likeness, _)| *likeness > 0.7)
            .collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        near.truncate(MOST);
        Self { wanted: wanted.to_owned(), near: near.into_iter().map(|(_, name)| name).collect() }
    }
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no exercise `{}`.", self.wanted)?;
        if !self.near.is_empty() {
            let near: Vec<String> = self.near.iter().map(|name| format!("`{name}`")).collect();
            write!(f, " Is it {}?", near.join(" or "))?;
        }
        write!(f, " All of them: cargo xtask progress")
    }
}

impl std::error::Error for Unknown {}
