//! What the learner reads: an exercise's header, a checked answer, the keys.

use std::fs;

use playback::Recording;
use playback::timeline::{self, Limits, Options};

use super::screen::{width, wrapped};
use crate::course::Course;
use crate::exercises::Exercise;
use crate::exercises::check::{self, Checked};
use crate::exercises::luck;
use crate::show::{aside, heading, indented};
use crate::terminal;
use crate::timeline::sentences;

/// What the paragraph begins with that is for whoever has solved it.
const AFTERWARDS: &str = "Before you go on:";

/// How many steps are told.
const STEPS: usize = 300;

/// All keys.
pub const KEYS: &str = "\
h  hint: the next one
r  run again what lies in the file
t  timeline: the run step by step
n  next exercise
p  previous exercise
l  list of all exercises, to choose from
s  solution; asks once more if you have not solved it
x  put the start back; asks once more, and keeps your text
?  keys
q  quit; Ctrl-C does too
";

/// An exercise, as it is opened.
pub fn opened(course: &Course, exercise: &Exercise, state: &str) -> String {
    let mut text = format!("\n{}  {}\n", heading(exercise.path()), exercise.title);
    for paragraph in paragraphs(exercise) {
        if !paragraph.starts_with(AFTERWARDS) {
            text += &format!("\n{}", wrapped(&indented(&paragraph), width()));
        }
    }
    let file = exercise.file();
    text += &format!("\n  Your file: {}\n", course.shown(&file));
    text + &wrapped(&indented(state), width())
}

/// What to try once it is solved.
pub fn afterwards(exercise: &Exercise) -> Option<String> {
    paragraphs(exercise).into_iter().find(|paragraph| paragraph.starts_with(AFTERWARDS))
}

/// The paragraphs of the header, without its title and the command for a shell: of the learner's own
/// file, or of the start, if that has none any more.
fn paragraphs(exercise: &Exercise) -> Vec<String> {
    let texts = [exercise.file(), exercise.start()].map(fs::read_to_string).into_iter().flatten();
    let mut headers = texts.map(|text| header(&text, exercise.kind.comment()));
    let mut paragraphs = headers.find(|header| !header.is_empty()).unwrap_or_default();
    paragraphs.retain(|paragraph| *paragraph != exercise.title);
    paragraphs
}

fn header(text: &str, comment: &str) -> Vec<String> {
    let lines = text.lines().map_while(|line| line.strip_prefix(comment));
    let mut paragraphs: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in lines {
        let line = line.strip_prefix(' ').unwrap_or(line);
        if line.trim().is_empty() {
            is_open = false;
        } else if line.starts_with("    ") && line.contains("cargo xtask") || line.starts_with("# ")
        {
            // The title stands above, and the command is under way.
        } else if line.starts_with("    ") || !is_open {
            paragraphs.push(line.replace("**", ""));
            is_open = !line.starts_with("    ");
        } else if let Some(last) = paragraphs.last_mut() {
            last.push(' ');
            last.push_str(&line.replace("**", ""));
        }
    }
    paragraphs
}

/// A checked answer: the compiler's words, the run with what it printed, and last, where the eye is,
/// the verdict.
pub fn checked(course: &Course, exercise: &Exercise, checked: &Checked) -> String {
    let mut text = String::new();
    if checked.checks_differ {
        let words = "The checks beside the exercise were changed; they are judged by as they were.";
        text += &wrapped(&indented(words), width());
    }
    if let Some(tried) = &checked.tried {
        let words = check::compiler(course, tried);
        if !words.is_empty() {
            text += &format!("\n{}\n", words.trim_end());
        }
        let words = check::to_stderr(tried);
        if !words.is_empty() {
            text += &format!("\n{words}");
        }
    }
    if let Some(recording) = recording(checked) {
        text += &format!("\n{}\n", heading("The run"));
        text += &indented(&timeline::text(recording, &terminal::options(false)));
    }
    let title = heading(format!("The verdict on {}", exercise.path()));
    let said = check::words(checked);
    text + &format!("\n{title}\n") + &indented(&said)
}

/// What is said while other schedules are tried.
pub fn other_schedules() -> String {
    format!("\n{}", indented(luck::TRYING))
}

/// Why other schedules were not tried; the answer counts without.
pub fn not_tried(error: &anyhow::Error) -> String {
    wrapped(&indented(&format!("They were not tried: {error:#}")), width())
}

/// The run of the program that a prediction was about.
pub fn program(drawn: &str) -> String {
    format!("\n{}\n{}\n", heading("The program's run"), drawn.trim_end())
}

/// Keys and what they do, as many in a line as fit.
pub fn keys(keys: &[&str]) -> String {
    let mut text = String::new();
    let mut line = String::new();
    for key in keys {
        if !line.is_empty() && line.len() + 3 + key.len() > width() {
            text += &format!("  {}\n", aside(&line));
            line.clear();
        }
        line += if line.is_empty() { "" } else { "   " };
        line += key;
    }
    text + &format!("  {}\n", aside(&line))
}

/// The run, if there was one.
pub fn recording(checked: &Checked) -> Option<&Recording> {
    checked.tried.as_ref()?.play.as_ref().map(|play| &play.recording)
}

/// All of a run's timeline, if not all of it was on the screen.
pub fn whole_timeline(recording: &Recording) -> Option<String> {
    const ALL: Limits = Limits { lanes: 500, steps: 2000 };
    let options = terminal::options(false);
    let whole = timeline::text(recording, &Options { limits: ALL, ..options });
    let is_more = whole != timeline::text(recording, &options);
    is_more.then(|| indented(&whole))
}

/// A run, step by step.
pub fn steps(recording: &Recording) -> String {
    let told = sentences::sentences(recording, &terminal::options(false));
    let mut text: String =
        told.lines().take(STEPS).map(|line| wrapped(&indented(line), width())).collect();
    let more = told.lines().count().saturating_sub(STEPS);
    if more > 0 {
        text += &format!("  … and {more} more\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::header;

    #[test]
    fn a_header_is_its_paragraphs() {
        let text = "//! # Title\n//!\n//! One.\n//! Two.\n//!\n//! **First step:** x\n//!\n\
                    //!     cargo xtask check it\n\nuse y;\n//! no\n";
        assert_eq!(header(text, "//!"), ["One. Two.", "First step: x"]);
    }
}
