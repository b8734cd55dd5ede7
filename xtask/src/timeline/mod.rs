//! `cargo xtask timeline`: every task's life, from the real run.

use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;
use playback::Recording;

pub mod data;
pub mod from;
pub mod pictures;
pub mod sentences;
mod twin;

use crate::course::{Course, Program};
use crate::run::{heading, trouble};
use crate::show::{self, indented};
use crate::stage::{self, Terms};
use crate::terminal;
use crate::{Misuse, Outcome};

/// What a timeline is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Lanes of letters, for a terminal.
    Text,
    /// The run as data, a line for each program: crates/playback/schema/timeline.schema.json.
    Json,
    /// One program's run as a trace, for ui.perfetto.dev or vizviewer.
    Perfetto,
    /// A picture, light or dark as the reader's system is.
    Svg,
    /// A picture that takes the colours and the font of the page that it is written into.
    SvgPage,
}

/// How timelines are drawn.
#[derive(Clone, Debug)]
pub struct Request {
    /// As what.
    pub format: Format,
    /// Each step as a sentence.
    pub steps: bool,
    /// Where pictures go, if not to stdout.
    pub out: Option<PathBuf>,
    /// The asyncio twin's run above it.
    pub twin: bool,
    /// In ASCII, whatever the locale.
    pub ascii: bool,
}

/// Plays the programs and draws the timeline of each.
pub fn timeline(course: &Course, programs: &[&Program], request: &Request) -> Result<Outcome> {
    request.check()?;
    if request.format.is_data() {
        return data::write(course, programs, request.format);
    }
    if request.format.is_picture() {
        return pictures::write(course, programs, request.format, request.out.as_deref());
    }
    let mut outcome = Outcome::Fine;
    for played in stage::play_quietly(course, programs, Terms::default())? {
        show::print(&heading(played.program));
        if let Some(what) = &played.trouble {
            show::print(&trouble(what, played.program));
            outcome = Outcome::Failed;
        }
        if let Some(play) = &played.play {
            let drawn = match request.twin {
                true => {
                    let options = terminal::options(request.ascii);
                    twin::drawn(course, played.program, &play.recording, &options)?
                }
                false => drawn(&play.recording, request),
            };
            show::print(&indented(&drawn));
        }
        show::print("\n");
    }
    Ok(outcome)
}

/// Draws the timeline of a recording that lies in a file.
pub fn timeline_of_file(source: &from::Source, request: &Request) -> Result<Outcome> {
    request.check()?;
    let recording = source.read()?;
    let missing = recording.what_is_missing();
    if request.format.is_picture() {
        missing.iter().for_each(|missing| anstream::eprintln!("{missing}"));
        let out = request.out.as_deref();
        pictures::print(&recording, &source.program(), request.format, out)?;
        return Ok(Outcome::Fine);
    }
    if request.format.is_data() {
        data::print(&recording, &source.program(), request.format);
        missing.iter().for_each(|missing| anstream::eprintln!("{missing}"));
        return Ok(Outcome::Fine);
    }
    show::print(&format!("{}\n", show::heading(source.file.display())));
    show::print(&indented(&missing.unwrap_or_default()));
    show::print(&indented(&drawn(&recording, request)));
    Ok(Outcome::Fine)
}

impl Request {
    fn check(&self) -> Result<(), Misuse> {
        match self.out {
            Some(_) if !self.format.is_picture() => {
                let mend = "add --format svg, or leave --out away";
                Err(Misuse(format!("--out is for pictures: {mend}")))
            }
            _ => Ok(()),
        }
    }
}

impl Format {
    /// Whether it is a picture.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Svg | Self::SvgPage)
    }

    /// Whether it is for other programs, so that nothing else may stand in stdout.
    fn is_data(self) -> bool {
        matches!(self, Self::Json | Self::Perfetto)
    }
}

fn drawn(recording: &Recording, request: &Request) -> String {
    match request.format {
        Format::Text => as_text(recording, request),
        Format::Json | Format::Perfetto | Format::Svg | Format::SvgPage => String::new(),
    }
}

fn as_text(recording: &Recording, request: &Request) -> String {
    let options = terminal::options(request.ascii);
    if request.steps {
        sentences::sentences(recording, &options)
    } else {
        playback::timeline::text(recording, &options)
    }
}
