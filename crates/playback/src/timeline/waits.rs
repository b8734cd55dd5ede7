//! What lanes wait for, short enough to stand on a lane.

use std::collections::{BTreeSet, HashMap};

use records::{Event, Place};

use crate::recording::Recording;
use crate::state::{OpenWait, called};

/// What stands on a lane that awaits coroutines inside it.
const INSIDE: &str = "inside";

/// How many characters a dotted line is lengthened to for a label.
const MOST: usize = 16;

/// The labels of the waits of a run.
#[derive(Debug, Default)]
pub(super) struct Waits {
    labels: Vec<Vec<String>>,
    known: HashMap<String, usize>,
    has_one_file: bool,
    runtime: String,
}

impl Waits {
    pub(super) fn of(recording: &Recording) -> Self {
        let place = |record: &records::Record| match &record.event {
            Event::Waits { place: Some(place), .. } => Some(place.file.clone()),
            _ => None,
        };
        let files: BTreeSet<String> = recording.records.iter().filter_map(place).collect();
        let runtime = recording.runtime().to_owned();
        Self { has_one_file: files.len() < 2, runtime, ..Self::default() }
    }

    /// The number of these waits' labels.
    pub(super) fn number(&mut self, waits: &[OpenWait]) -> usize {
        let called = |wait: &OpenWait| called(&self.runtime, wait.on).to_owned();
        let long = match waits {
            [] => INSIDE.to_owned(),
            waits => joined(waits, |wait| match &wait.place {
                Some(place) => format!("{}{}", called(wait), self.place(place)),
                None => called(wait),
            }),
        };
        let short = joined(waits, called);
        let next = self.labels.len();
        let number = *self.known.entry(long.clone()).or_insert(next);
        if number == next {
            self.labels.push(vec![long, short]);
        }
        number
    }

    /// How many characters a dotted line must have to hold a wait's label, if it is not very long; none
    /// of what a lane awaits inside it.
    pub(super) fn needs(&self, number: usize) -> Option<usize> {
        let fits = |label: &&String| !label.is_empty() && label.chars().count() + 2 <= MOST;
        let label = self.labels.get(number)?.iter().find(fits)?;
        (label != INSIDE).then_some(label.chars().count() + 2)
    }

    /// The same for its shortest label.
    pub(super) fn needs_at_least(&self, number: usize) -> Option<usize> {
        let short = self.labels.get(number)?.last().filter(|label| !label.is_empty())?;
        let length = short.chars().count() + 2;
        (length <= MOST).then_some(length)
    }

    /// The longest label of a wait that takes no more than so many characters.
    pub(super) fn label(&self, number: usize, room: usize) -> Option<&str> {
        let fits = |label: &&String| !label.is_empty() && label.chars().count() <= room;
        self.labels.get(number)?.iter().find(fits).map(String::as_str)
    }

    fn place(&self, place: &Place) -> String {
        let file = place.file.rsplit('/').next().unwrap_or_default();
        if self.has_one_file {
            format!(":{}", place.line)
        } else {
            format!(" {file}:{}", place.line)
        }
    }
}

fn joined(waits: &[OpenWait], word: impl Fn(&OpenWait) -> String) -> String {
    let mut words: Vec<String> = Vec::new();
    for wait in waits {
        let word = word(wait);
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(",")
}
