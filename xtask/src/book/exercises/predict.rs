//! An exercise in which lines are put in order.

use anyhow::Result;

use super::parts::{fold, listed, words};
use super::text::Answer;
use super::{commands, folded_hints, folded_solution, folded_wrong, other_ways};
use crate::book::html;
use crate::course::Course;
use crate::exercises::Exercise;
use crate::exercises::predict;
use crate::exercises::predict::judge::judge;
use crate::exercises::predict::key::Key;
use crate::exercises::predict::text::Prediction;
use crate::tidy::read;

/// All that a page says of a prediction, below its heading.
pub fn section(course: &Course, exercise: &Exercise) -> Result<String> {
    let key = Key::read(exercise)?;
    let answers = Answer::all(exercise)?;
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let mut text = String::new();
    for start in answers.iter().filter(|answer| answer.name == "start") {
        text += &html::breaking(&start.task());
        text += &listed("The lines to be put in order", &lines(&start.code));
        text += "\n";
    }
    text += &folded_program(course, exercise)?;
    let file = html::path(course.shown(&exercise.file()).as_str());
    text += &format!("<p>Your file is {file}.</p>\n\n");
    text += &commands(exercise);
    text += &folded_hints(exercise)?;
    let solution = predict::solution(exercise)?;
    let verdict = judge(&key, &Prediction::parse(&solution));
    let inside = listed("The order that was recorded", &lines(&solution))
        + &words(&verdict.why, &verdict.asyncio)
        + &other_ways(&answers);
    text +=
        &folded_solution("This is the order of the recorded run, and what in it is luck.", &inside);
    let mut earned = Vec::new();
    for answer in answers.iter().filter(|answer| answer.name.starts_with("wrong_")) {
        let file = exercise.folder.join(&answer.file);
        let verdict = judge(&key, &Prediction::parse(&read(&file)?));
        let inside =
            words(&verdict.why, &verdict.asyncio) + &listed(&answer.file, &lines(&answer.code));
        earned.push((answer, verdict.name, inside));
    }
    text += &folded_wrong(&earned);
    Ok(text)
}

/// The program whose lines are asked for, without the marks of what its chapter includes.
fn folded_program(course: &Course, exercise: &Exercise) -> Result<String> {
    let source = &predict::program(course, exercise)?.source;
    let text = read(&course.root.join(source))?;
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().starts_with("// ANCHOR"));
    let code = html::listing(source.as_str(), "rust", &lines.collect::<Vec<_>>());
    Ok(fold("", &format!("The program: {}", html::path(source.as_str())), &code))
}
