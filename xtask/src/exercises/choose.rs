//! Which exercises a command is about.

use super::Exercise;
use crate::Misuse;
use crate::course::{Course, Lesson};

/// The exercises that `wanted` names: a lesson's, or the one; all if it names none.
pub fn choose<'a>(course: &'a Course, wanted: Option<&str>) -> Result<Vec<&'a Exercise>, Misuse> {
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
pub fn choose_one<'a>(course: &'a Course, wanted: &str) -> Result<&'a Exercise, Misuse> {
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
        [] => Err(unknown(wanted, &near(wanted, &all))),
        several => {
            let begun: Vec<_> = several.iter().map(|exercise| exercise.name.clone()).collect();
            Err(unknown(wanted, &begun))
        }
    }
}

/// How many names are offered in place of a wrong one.
const MOST: usize = 3;

/// The names that are like this one, the likest first.
fn near(wanted: &str, all: &[&Exercise]) -> Vec<String> {
    let last = wanted.rsplit('/').next().unwrap_or_default();
    let mut near: Vec<(f64, String)> = all
        .iter()
        .map(|exercise| (strsim::jaro_winkler(&exercise.name, last), exercise.name.clone()))
        .filter(|(likeness, _)| *likeness > 0.7)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    near.into_iter().map(|(_, name)| name).collect()
}

/// A name that is no exercise's.
fn unknown(wanted: &str, near: &[String]) -> Misuse {
    let near: Vec<String> = near.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    let near = match near.is_empty() {
        true => String::new(),
        false => format!(" Is it {}?", near.join(" or ")),
    };
    Misuse(format!("there is no exercise `{wanted}`.{near} All of them: cargo xtask progress"))
}
