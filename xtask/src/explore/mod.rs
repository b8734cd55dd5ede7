//! `cargo xtask explore`: every output that a program could print.
//!
//! The program is built unchanged in a package of its own, against a `tokio` and a `meanwhile` that
//! make each schedule a list of choices (`xtask/explore`), and run under all schedules, or many:
//! with the delays, where a timer fires only when nothing else can run, and without the clock, where
//! it fires at any moment.

use anyhow::Result;

use crate::course::{Course, Program};
use crate::{Misuse, Outcome, show};

mod ask;
mod build;
mod json;
pub mod kept;
mod modelled;
mod order;
mod package;
mod report;
pub mod trace;

pub use ask::{Ending, Found, Output, Request};
pub use build::{Built, build};
pub use order::{Line, Order, Pair, lines, of_output, pairs};

/// What came of exploring a program.
#[derive(Debug)]
pub enum Explored {
    /// What it can print, with the delays and without the clock; or in one schedule, if that was
    /// asked for.
    Found(Vec<Found>),
    /// It does something that the explorer does not know, and this is what.
    NotModelled(String),
    /// It could not be explored.
    Trouble(String),
}

/// Explores the programs and shows what was found, as text or as JSON; with `keep`, the book shows it
/// from then on.
pub fn explore(
    course: &Course,
    programs: &[&Program],
    request: &Request,
    as_json: bool,
    keep: bool,
) -> Result<Outcome> {
    check(programs, request)?;
    let built = build::build(course, programs)?;
    let mut all_is_well = true;
    let mut all = Vec::new();
    for program in programs {
        let explored = of_program(course, &built, program, request)?;
        all_is_well &= !matches!(explored, Explored::Trouble(_));
        if keep {
            kept::keep(course, program, &explored)?;
        }
        if !as_json {
            show::print(&report::text(program, &explored, request));
        }
        all.push((*program, explored));
    }
    match as_json {
        true => show::print(&json::text(&all, request)?),
        false if request.replay.is_none() => show::print(&report::summary(&all)),
        false => {}
    }
    Ok(if all_is_well { Outcome::Fine } else { Outcome::Failed })
}

/// Explores the programs, to be judged and not to be shown.
pub fn quietly<'a>(
    course: &Course,
    programs: &[&'a Program],
    request: &Request,
) -> Result<Vec<(&'a Program, Explored)>> {
    let built = build::build(course, programs)?;
    let explore = |program: &&'a Program| {
        of_program(course, &built, program, request).map(|explored| (*program, explored))
    };
    programs.iter().map(explore).collect()
}

/// Explores a program that is built, or was found not to be modelled.
pub fn of_program(
    course: &Course,
    built: &Built,
    program: &Program,
    request: &Request,
) -> Result<Explored> {
    if let Some(why) = built.not_modelled.get(&program.path()) {
        return Ok(Explored::NotModelled(why.clone()));
    }
    match built.executables.get(&program.path()) {
        Some(executable) => ask::ask(course, executable, request),
        None => Ok(Explored::Trouble(format!(
            "cargo has built nothing of {}: rm -r {}, and again",
            program.path(),
            package::folder(course).join("target"),
        ))),
    }
}

fn check(programs: &[&Program], request: &Request) -> Result<(), Misuse> {
    let Some(schedule) = &request.replay else { return Ok(()) };
    if programs.len() != 1 {
        let known = "--replay takes one program: cargo xtask explore LESSON/PROGRAM --replay";
        return Err(Misuse(format!("{known} {schedule}")));
    }
    if !is_schedule(schedule) {
        let path = programs[0].path();
        return Err(Misuse(format!(
            "`{schedule}` is no schedule's name. `cargo xtask explore {path}` names some: {}",
            ask::MODES.map(|mode| format!("{mode}-…")).join(", ")
        )));
    }
    Ok(())
}

/// Whether a schedule could be called so.
pub fn is_schedule(name: &str) -> bool {
    let choices = name.rsplit_once('-').filter(|(mode, _)| ask::MODES.contains(mode));
    let is_choice = |letter: char| letter.is_ascii_alphanumeric() || "()".contains(letter);
    choices.is_some_and(|(_, choices)| choices.chars().all(is_choice))
}
