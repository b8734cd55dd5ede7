//! Timelines for other programs: nothing but the data goes to stdout.

use anyhow::Result;
use playback::{Recording, timeline};

use crate::course::{Course, Program};
use crate::run::trouble;
use crate::stage::{self, Terms};
use crate::timeline::Format;
use crate::{Misuse, Outcome, show};

/// Plays the programs and writes a line of JSON for each, or the trace of the only one. What went
/// wrong goes to stderr.
pub fn write(course: &Course, programs: &[&Program], format: Format) -> Result<Outcome> {
    if format == Format::Perfetto && programs.len() != 1 {
        return Err(Misuse(format!(
            "a trace holds one program, and {} were named: name one, such as \
             cargo xtask timeline gather/main --format perfetto",
            programs.len()
        ))
        .into());
    }
    let mut outcome = Outcome::Fine;
    for played in stage::play_quietly(course, programs, Terms::default())? {
        if let Some(what) = &played.trouble {
            anstream::eprint!("{}", trouble(what, played.program));
            outcome = Outcome::Failed;
        }
        if let Some(play) = &played.play {
            print(&play.recording, &played.program.path(), format);
        }
    }
    Ok(outcome)
}

/// Writes one run to stdout.
pub fn print(recording: &Recording, program: &str, format: Format) {
    let text = match format {
        Format::Perfetto => timeline::perfetto(recording, program),
        _ => timeline::json(recording, program),
    };
    show::print(&(text + "\n"));
}
