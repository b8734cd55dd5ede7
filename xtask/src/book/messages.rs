//! Printed lines by themselves, without the columns of a transcript, for the page that speaks of what
//! panics say: `{{#include ../messages.html:LESSON-PROGRAM-LINE}}`.

use anyhow::{Context, Result};

use super::html;
use super::recorded::Runs;
use super::run::Run;
use super::{MADE, Made};
use crate::course::{Course, Program};
use crate::tidy;
use crate::tidy::includes::{self, Part};

/// The page, from the workspace's folder.
const PAGE: &str = "docs/src/panics.md";

/// What it includes, from its own folder.
const FILE: &str = "../messages.html";

/// A line that the page shows.
#[derive(Clone, Debug)]
pub struct Message<'a> {
    anchor: String,
    /// The program that prints it.
    pub program: &'a Program,
    line: usize,
}

/// The lines that the page includes, each once.
///
/// # Errors
///
/// If it includes one of no program.
pub fn wanted(course: &Course) -> Result<Vec<Message<'_>>> {
    let page = course.root.join(PAGE);
    if !page.is_file() {
        return Ok(Vec::new());
    }
    let mut wanted: Vec<Message> = Vec::new();
    for include in includes::find(&tidy::read(&page)?) {
        let Part::Anchor(anchor) = include.part else { continue };
        if include.path != FILE || wanted.iter().any(|known| known.anchor == anchor) {
            continue;
        }
        let message = named(course, &anchor).with_context(|| {
            format!("{PAGE}:{}: {anchor} is no LESSON-PROGRAM-LINE", include.line)
        })?;
        wanted.push(message);
    }
    Ok(wanted)
}

fn named<'a>(course: &'a Course, anchor: &str) -> Option<Message<'a>> {
    let (path, line) = anchor.rsplit_once('-')?;
    let (lesson, name) = path.rsplit_once('-')?;
    let is_it = |program: &&Program| program.lesson == lesson && program.name == name;
    let program = course.programs().find(is_it)?;
    Some(Message { anchor: anchor.to_owned(), program, line: line.parse().ok()? })
}

/// The file, in which each has an anchor.
///
/// # Errors
///
/// If a run does not print as many lines.
pub fn made(wanted: &[Message<'_>], runs: &Runs) -> Result<Option<Made>> {
    if wanted.is_empty() {
        return Ok(None);
    }
    let mut text = format!("{MADE} -->\n");
    for Message { anchor, program, line } in wanted {
        let path = program.path();
        let run = Run::of(runs.tokio(program)?, &path)?;
        let said = run.lines.get(line.wrapping_sub(1));
        let said = said.with_context(|| format!("{PAGE}: {path} prints no line {line}"))?;
        text += &format!(
            "<!-- ANCHOR: {anchor} -->\n<samp>{}</samp>\n<!-- ANCHOR_END: {anchor} -->\n",
            html::text(&said.text)
        );
    }
    let page = "panics.html".to_owned();
    Ok(Some(Made { file: "docs/messages.html".into(), page, text }))
}
