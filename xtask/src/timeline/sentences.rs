//! A run as numbered sentences, under a heading for each instant.

use playback::timeline::Ink;
use playback::timeline::Options;
use playback::{Recording, What};

/// The sentences of a run's steps.
pub fn sentences(recording: &Recording, options: &Options) -> String {
    let steps = recording.steps();
    let width = steps.len().to_string().len();
    let heading = |at| format!("{}\n", (options.paint)(Ink::Heading, &recording.instant(at)));
    let mut text = steps.first().map_or(String::new(), |step| heading(step.at));
    for (index, step) in steps.iter().enumerate() {
        text += &format!("  {:>width$}  {}\n", index + 1, recording.sentence(step));
        if matches!(step.what, What::TimePasses(_)) {
            text += &heading(step.at);
        }
    }
    text
}
