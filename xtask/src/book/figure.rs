//! The figures of a chapter. `{{#include book/NAME.run.html}}` shows what a program prints and what its
//! twin does otherwise; `{{#include book/NAME.player.html}}` shows its whole run, to step through, beside
//! that of its twin.

use anyhow::{Context, Result};
use playback::Recording;

use super::explored::{Kept, Mode, Output};
use super::html;
use super::run::Run;
use super::side::Side;
use crate::compare::declared;
use crate::compare::recordings::{self, Recorded};
use crate::course::{Course, Program};
use crate::explore::Ending;
use crate::show::count;
use crate::tidy;

/// What a figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What is printed.
    Run,
    /// All of the run.
    Player,
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
            Kind::Run => "mw-figure",
            Kind::Player => "mw-figure mw-player",
        };
        let inside = match kind {
            Kind::Run => self.tokio(true).printed(false) + &self.twin_folded(),
            Kind::Player => self.both() + &self.differences(),
        };
        format!(
            "<figure class=\"{class}\" id=\"{name}\" data-program=\"{}\">\n\
             <figcaption><b>{name}</b> <code>{command}</code></figcaption>\n\
             {inside}{}</figure>\n",
            self.program.path(),
            self.explored(),
        )
    }

    fn tokio(&self, legend: bool) -> Side<'_> {
        let name = &self.program.name;
        Side {
            recording: self.tokio,
            run: &self.run,
            program: "",
            id: name,
            file: self.file(false),
            source: &self.source,
            language: "rust",
            legend,
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

    fn both(&self) -> String {
        let path = self.program.path();
        let tokio = Side { program: &path, ..self.tokio(true) }.with_steps();
        let Some(twin) = &self.twin else {
            return format!("<div class=\"mw-both mw-alone\">\n{tokio}</div>\n");
        };
        let id = format!("{}-asyncio", self.program.name);
        let side = Side { program: &path, id: &id, legend: false, ..self.asyncio(twin) };
        format!("<div class=\"mw-both\">\n{tokio}{}</div>\n", side.with_steps())
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
            legend: false,
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
            side.code(),
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
    fn explored(&self) -> String {
        let Some(kept) = &self.explored else { return String::new() };
        if let Some(why) = &kept.not_modelled {
            return format!(
                "<details class=\"mw-explored\"><summary>Other schedules: not explored</summary>\n\
                 <p>Why not: {}.</p></details>\n",
                html::words(why.trim_end_matches('.'))
            );
        }
        let modes: String = kept.modes.iter().map(|mode| self.mode(mode)).collect();
        let summary: Vec<String> = kept.modes.iter().map(summary).collect();
        format!(
            "<details class=\"mw-explored\"><summary>Other schedules: {}</summary>\n{modes}</details>\n",
            summary.join("; ")
        )
    }

    fn mode(&self, mode: &Mode) -> String {
        let outputs: String =
            mode.outputs.iter().map(|output| self.output(output, mode.schedules)).collect();
        let left = mode.found - mode.outputs.len();
        let left = match left {
            0 => String::new(),
            left => format!("<p>And {}.</p>\n", count(left, "more output")),
        };
        let (tried, all) = (count(mode.schedules, "schedule"), reach(mode));
        format!("<p><b>{}</b>: {tried}, {all}.</p>\n{outputs}{left}", with_or_without(mode))
    }

    fn output(&self, output: &Output, of: usize) -> String {
        let this = self.run.lines.iter().map(|line| line.text.as_str());
        let is_this = output.ending.is_none() && output.lines.iter().map(String::as_str).eq(this);
        let ending = match output.ending {
            None | Some(Ending::Returned) => "",
            Some(Ending::Failed) => "; main returns an error",
            Some(Ending::Panicked) => "; main panics",
            Some(Ending::Deadlock) => "; then nothing can run any more",
            Some(Ending::Endless) => "; it goes on without end",
        };
        let head = format!("{} of {of} schedules{ending}", output.schedules);
        if is_this {
            return format!("<p class=\"mw-output\">{head}: the lines of this run.</p>\n");
        }
        let path = self.program.path();
        let replay = format!("cargo xtask explore {path} --replay '{}'", output.replay);
        let lines = match output.lines.is_empty() {
            true => "<p>It prints nothing.</p>\n".to_owned(),
            false => format!(
                "<pre tabindex=\"0\"><samp>{}</samp></pre>\n",
                html::lines(&output.lines.join("\n"))
            ),
        };
        format!(
            "<p class=\"mw-output\">{head}:</p>\n{lines}<p><code>{}</code></p>\n",
            html::text(&replay)
        )
    }
}

fn with_or_without(mode: &Mode) -> &'static str {
    if mode.mode.ends_with("delays") { "With the delays" } else { "Without the clock" }
}

fn reach(mode: &Mode) -> &'static str {
    if mode.complete { "all that there are" } else { "a sample" }
}

fn summary(mode: &Mode) -> String {
    let short = if mode.mode.ends_with("delays") { "with the delays" } else { "without the clock" };
    let sampled = if mode.complete { "" } else { ", sampled" };
    format!("{} {short}{sampled}", count(mode.found, "output"))
}
