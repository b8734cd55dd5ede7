//! `cargo xtask list`.

use anyhow::{Context, Result};
use records::Clock;
use serde::Serialize;

use crate::Outcome;
use crate::course::{Course, Lesson, Program};
use crate::show;

/// The version of the JSON. It changes when a reader of the older one would misunderstand.
const VERSION: u32 = 1;

/// The list for other tools.
#[derive(Serialize)]
struct Listing<'a> {
    version: u32,
    lessons: &'a [Lesson],
}

/// Prints the lessons, their programs and what each mirrors.
pub fn list(course: &Course, json: bool) -> Result<Outcome> {
    let text = if json {
        let listing = Listing { version: VERSION, lessons: &course.lessons };
        let mut text = serde_json::to_string_pretty(&listing)
            .context("writing the list of lessons as JSON")?;
        text.push('\n');
        text
    } else {
        course.lessons.iter().map(lesson).collect::<Vec<_>>().join("\n")
    };
    show::print(&text);
    Ok(Outcome::Fine)
}

fn lesson(lesson: &Lesson) -> String {
    let mut text = format!("{}  {}\n", show::heading(&lesson.name), lesson.title);
    text += &format!("  {} → {}\n", lesson.asyncio, lesson.tokio);
    let width = lesson.programs.iter().map(|program| program.name.len()).max().unwrap_or(0);
    for each in &lesson.programs {
        text += &program(each, width);
    }
    let exercises = lesson.exercises.iter().map(|exercise| exercise.name.clone()).collect();
    for (what, names) in [("refused by rustc", &lesson.rejected), ("exercises", &exercises)] {
        if !names.is_empty() {
            text += &format!("  {what}: {}\n", names.join(", "));
        }
    }
    text
}

fn program(program: &Program, width: usize) -> String {
    let mut notes = vec![program.command.clone()];
    if program.clock == Clock::Real {
        notes.push("real clock".to_owned());
    }
    if !program.mirrors.is_empty() {
        notes.push(format!("mirrors {}", program.mirrors.join(", ")));
    }
    if program.twin.is_none() {
        notes.push("no twin".to_owned());
    }
    format!("  {:width$}  {}\n", program.name, notes.join(" · "))
}
