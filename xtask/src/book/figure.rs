//! The figures of a chapter. `{{#include book/NAME.run.html}}` shows what a program prints and what its
//! twin does otherwise; `{{#include book/NAME.player.html}}` shows its whole run, to step through, beside
//! that of its twin. The introduction has `NAME.picture.html`, the picture alone.

use anyhow::{Context, Result};
use playback::Recording;

use super::html;
use super::others::Others;
use super::run::Run;
use super::side::{Side, width};
use super::signs::legend;
use crate::compare::declared;
use crate::compare::recordings::{self, Recorded};
use crate::course::{Course, Program};
use crate::explore::kept::Kept;
use crate::tidy;

/// Two pictures no wider than this stand beside each other.
const SMALL: f64 = 430.0;

/// What a figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What is printed.
    Run,
    /// All of the run.
    Player,
    /// Its picture.
    Picture,
}

/// A program and all that is known of its run.
pub struct Figure<'a> {
    course: &'a Course,
    program: &'a Program,
    source: String,
    tokio: &'a Recording,
    run: Run,
    twin: Option<TwinRun>,
    explored: Option<Kept>,
}

struct TwinRun {
    source: String,
    recorded: Recorded,
    run: Run,
}

impl<'a> Figure<'a> {
    /// Gathers what there is.
    ///
    /// # Errors
    ///
    /// If a file cannot be read, or the twin was not recorded since it changed.
    pub fn of(
        course: &'a Course,
        program: &'a Program,
        tokio: &'a Recording,
        explored: Option<Kept>,
    ) -> Result<Self> {
        let path = program.path();
        let source = tidy::read(&course.root.join(&program.source))?;
        let run = Run::of(tokio, &path)?;
        let mut twin = None;
        if program.twin.is_some() {
            let source = recordings::twin(course, program)?;
            let recorded = recordings::committed(course, program, &source)?.ok().with_context(|| {
                format!("{path} has no recording of today's twin: cargo xtask compare {path} --live --accept")
            })?;
            let run = Run::of(&recorded.recording, &path)?;
            twin = Some(TwinRun { source, recorded, run });
        }
        Ok(Self { course, program, source, tokio, run, twin, explored })
    }

    /// The figure as HTML.
    pub fn html(&self, kind: Kind) -> String {
        let name = &self.program.name;
        let command = &self.program.command;
        let class = match kind {
            Kind::Run | Kind::Picture => "mw-figure",
            Kind::Player => "mw-figure mw-player",
        };
        let path = self.program.path();
        let tokio = Side { program: &path, ..self.tokio() };
        let inside = match kind {
            Kind::Run => tokio.printed(false) + &self.twin_folded() + &self.explored(&path),
            Kind::Player => self.both(&tokio) + &self.differences() + &self.explored(&path),
            Kind::Picture => tokio.framed(&tokio.picture()),
        };
        format!(
            "<figure class=\"{class}\" id=\"{name}\" data-program=\"{path}\">\n\
             <figcaption><b>{name}</b> <code>{command}</code></figcaption>\n\
             {inside}</figure>\n",
        )
    }

    fn tokio(&self) -> Side<'_> {
        let name = &self.program.name;
        Side {
            recording: self.tokio,
            run: &self.run,
            program: "",
            id: name,
            file: self.file(false),
            source: &self.source,
            language: "rust",
        }
    }

    fn file(&self, is_twin: bool) -> &str {
        let source = match (&self.program.twin, is_twin) {
            (Some(twin), true) => twin,
            _ => &self.program.source,
        };
        let folder = format!("crates/{}/", self.program.lesson);
        source.as_str().strip_prefix(&folder).unwrap_or(source.as_str())
    }

    /// The two runs, and one legend for both.
    fn both(&self, tokio: &Side<'_>) -> String {
        let picture = tokio.picture();
        let Some(twin) = &self.twin else {
            let tokio = tokio.with_steps(&picture, &legend(&[self.tokio]));
            return format!("<div class=\"mw-both mw-alone\">\n{tokio}</div>\n");
        };
        let id = format!("{}-asyncio", self.program.name);
        let asyncio = Side { program: tokio.program, id: &id, ..self.asyncio(twin) };
        let other = asyncio.picture();
        let is_small = [&picture, &other].into_iter().all(|picture| width(picture) <= SMALL);
        let class = if is_small { "mw-both mw-small" } else { "mw-both" };
        let legend = legend(&[self.tokio, &twin.recorded.recording]);
        format!(
            "<div class=\"{class}\">\n{}{}</div>\n",
            tokio.with_steps(&picture, &legend),
            asyncio.with_steps(&other, ""),
        )
    }

    fn asyncio<'b>(&'b self, twin: &'b TwinRun) -> Side<'b> {
        Side {
            recording: &twin.recorded.recording,
            run: &twin.run,
            program: "",
            id: "",
            file: self.file(true),
            source: &twin.source,
            language: "python",
        }
    }

    /// The twin below what tokio prints: its source, and its lines if they are other ones.
    fn twin_folded(&self) -> String {
        let Some(twin) = &self.twin else { return self.differences() };
        let side = self.asyncio(twin);
        let reasons = declared::of(self.course, self.program);
        let (says, printed) = match reasons.is_empty() {
            true => ("prints the same", String::new()),
            false => ("differs", side.printed(false)),
        };
        format!(
            "{}<details class=\"mw-twin\"><summary>The asyncio twin {says}</summary>\n{printed}{}</details>\n",
            self.differences(),
            side.code(false),
        )
    }

    /// Why the two differ, or why there is no twin.
    fn differences(&self) -> String {
        if self.twin.is_none() {
            let reason = declared::no_twin(self.course, self.program).unwrap_or_default();
            let reason = html::words(reason);
            return format!("<p class=\"mw-why\"><b>No asyncio twin.</b> {reason}</p>\n");
        }
        let reasons = declared::of(self.course, self.program);
        let why = |reason: &str| {
            format!("<p class=\"mw-why\"><b>asyncio differs.</b> {}</p>\n", html::words(reason))
        };
        reasons.iter().map(|differs| why(&differs.reason)).collect()
    }

    /// What other schedules print.
    fn explored(&self, program: &str) -> String {
        let others = self.explored.as_ref().map(|kept| Others { kept, run: &self.run, program });
        others.map_or_else(String::new, |others| others.html())
    }
}
