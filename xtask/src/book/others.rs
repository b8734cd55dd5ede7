//! What a program prints in other schedules, below its run.

use super::html;
use super::run::Run;
use crate::explore::Ending;
use crate::explore::kept::{Kept, Mode, Output};
use crate::show::count;

/// Of how many, where not all were tried.
const AMONG: &str = " among those that were tried";

/// What exploring found, beside the run that the figure shows.
#[derive(Clone, Copy)]
pub struct Others<'a> {
    /// What it found.
    pub kept: &'a Kept,
    /// The run.
    pub run: &'a Run,
    /// `LESSON/PROGRAM`.
    pub program: &'a str,
}

impl Others<'_> {
    /// All of it, folded; nothing of a program that cannot be explored.
    pub fn html(&self) -> String {
        if self.kept.not_modelled.is_some() {
            return String::new();
        }
        let none_is_complete = self.kept.modes.iter().all(|mode| !mode.complete);
        let each = |mode: &Mode| {
            let among = if mode.complete || none_is_complete { "" } else { AMONG };
            self.short(mode) + among
        };
        let each: Vec<String> = self.kept.modes.iter().map(each).collect();
        let summary = match self.kept.modes.iter().all(|mode| self.is_all(mode)) {
            true if self.kept.modes.iter().all(|mode| mode.complete) => "the same lines".to_owned(),
            true => "the same lines in those that were tried".to_owned(),
            false if none_is_complete => each.join("; ") + AMONG,
            false => each.join("; "),
        };
        let modes: String = self.kept.modes.iter().map(|mode| self.mode(mode)).collect();
        format!(
            "<details class=\"mw-explored\"><summary>Other schedules: {summary}</summary>\n{modes}\
             <p>What a schedule is here, and what is tried without the clock: \
             <a href=\"introduction.html#reading-a-transcript\">reading a transcript</a>.</p>\n</details>\n"
        )
    }

    /// What was found in a mode, in a few words.
    fn short(&self, mode: &Mode) -> String {
        let what = match self.is_all(mode) {
            true => "the same lines".to_owned(),
            false => count(mode.found, "output"),
        };
        let with =
            if mode.mode.ends_with("delays") { "with the delays" } else { "without the clock" };
        format!("{what} {with}")
    }

    /// Whether all schedules of a mode print the lines of this run.
    fn is_all(&self, mode: &Mode) -> bool {
        mode.found == 1 && mode.outputs.iter().all(|one| self.is_this(one))
    }

    /// Whether some do.
    fn is_this(&self, output: &Output) -> bool {
        let this = self.run.lines.iter().map(|line| line.text.as_str());
        output.ending.is_none() && output.lines.iter().map(String::as_str).eq(this)
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
        let ending = match output.ending {
            None | Some(Ending::Returned) => "",
            Some(Ending::Failed) => "; main returns an error",
            Some(Ending::Panicked) => "; main panics",
            Some(Ending::Deadlock) => "; then nothing can run any more",
            Some(Ending::Endless) => "; it goes on without end",
        };
        let head = format!("{} of {of} schedules{ending}", output.schedules);
        if self.is_this(output) {
            return format!("<p class=\"mw-output\">{head}: the lines of this run.</p>\n");
        }
        let replay = format!("cargo xtask explore {} --replay '{}'", self.program, output.replay);
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
