//! Timelines as pictures, each in a file of its own; the only one may go to stdout.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use playback::{Recording, timeline};

use crate::course::{Course, Program};
use crate::run::trouble;
use crate::stage::{self, Terms};
use crate::timeline::Format;
use crate::{Misuse, Outcome, show};

/// Plays the programs and draws each into a file of the folder, or the only one to stdout. What went
/// wrong goes to stderr.
pub fn write(
    course: &Course,
    programs: &[&Program],
    format: Format,
    folder: Option<&Path>,
) -> Result<Outcome> {
    if folder.is_none() && programs.len() != 1 {
        let number = programs.len();
        return Err(Misuse(format!(
            "{number} programs are {number} pictures: name a folder for them, such as --out \
             pictures, or one program, such as cargo xtask timeline gather/main --format svg"
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
            print(&play.recording, &played.program.path(), format, folder)?;
        }
    }
    Ok(outcome)
}

/// Draws one run into a file of the folder, whose path goes to stdout; without a folder the drawing
/// goes there.
pub fn print(
    recording: &Recording,
    program: &str,
    format: Format,
    folder: Option<&Path>,
) -> Result<()> {
    let form = match format {
        Format::SvgPage => timeline::Form::Page,
        _ => timeline::Form::Standalone,
    };
    let picture = timeline::svg(recording, program, form);
    let Some(folder) = folder else {
        show::print(&picture);
        return Ok(());
    };
    fs::create_dir_all(folder)
        .with_context(|| format!("making the folder {} for pictures", folder.display()))?;
    let file = folder.join(format!("{}.svg", program.replace('/', "--")));
    fs::write(&file, picture).with_context(|| format!("writing {}", file.display()))?;
    show::print(&format!("{}\n", file.display()));
    Ok(())
}
