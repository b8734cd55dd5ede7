//! `cargo xtask timeline`: every task's life, from the real run.

use anyhow::Result;
use clap::ValueEnum;
use playback::Recording;

use crate::Outcome;
use crate::course::{Course, Program};
use crate::run::{heading, trouble};
use crate::show::{self, indented};
use crate::stage::{self, Terms};

/// What a timeline is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Lanes of letters, for a terminal.
    Text,
}

/// How timelines are drawn.
#[derive(Clone, Debug)]
pub struct Request {
    /// As what.
    pub format: Format,
    /// Each step as a sentence.
    pub steps: bool,
}

/// Plays the programs and draws the timeline of each.
pub fn timeline(course: &Course, programs: &[&Program], request: &Request) -> Result<Outcome> {
    let mut outcome = Outcome::Fine;
    for played in stage::play_quietly(course, programs, Terms::default())? {
        show::print(&heading(played.program));
        if let Some(what) = &played.trouble {
            show::print(&trouble(what, played.program));
            outcome = Outcome::Failed;
        }
        if let Some(play) = &played.play {
            show::print(&indented(&drawn(&play.recording, request)));
        }
        show::print("\n");
    }
    Ok(outcome)
}

fn drawn(recording: &Recording, request: &Request) -> String {
    match request.format {
        Format::Text if request.steps => sentences(recording),
        Format::Text => String::new(),
    }
}

fn sentences(recording: &Recording) -> String {
    let steps = recording.steps();
    let width = steps.len().to_string().len();
    let numbered = |(index, step)| {
        let number: usize = index + 1;
        format!("{number:>width$}  {}\n", recording.sentence(step))
    };
    steps.iter().enumerate().map(numbered).collect()
}
