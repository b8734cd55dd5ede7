//! The picture of a program that is no lesson, for the page that tells how such a one is recorded.

use anyhow::{Context, Result};

use super::run::Run;
use super::side::Side;
use super::signs::legend;
use super::{MADE, Made};
use crate::course::Course;
use crate::timeline::from::Source;

/// What it is called.
const NAME: &str = "chat_room";

/// Its recording, from the workspace's folder.
const RECORDING: &str = "xtask/guests/recordings/chat_room.recording";

/// The figure; none where its recording is not.
///
/// # Errors
///
/// If it is no recording.
pub fn made(course: &Course) -> Result<Option<Made>> {
    let file = course.root.join(RECORDING);
    if !file.is_file() {
        return Ok(None);
    }
    let source = Source { file: file.into(), mark: None };
    let recording = source.read().with_context(|| format!("reading {RECORDING}"))?;
    let run = Run::of(&recording, NAME)?;
    let side = Side {
        recording: &recording,
        run: &run,
        program: NAME,
        id: NAME,
        file: "src/bin/chat_room.rs",
        source: "",
        language: "rust",
    };
    let text = format!(
        "{MADE} -->\n<figure class=\"mw-figure\" id=\"{NAME}\">\n<figcaption><b>{NAME}</b></figcaption>\n{}{}</figure>\n",
        side.framed(&side.picture()),
        legend(&[&recording]),
    );
    let page = "record-your-own.html".to_owned();
    Ok(Some(Made { file: "docs/chat_room.html".into(), page, text }))
}
