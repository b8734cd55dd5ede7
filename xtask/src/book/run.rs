//! A run as the figures of a page need it: what [`playback::timeline::json`] says of it, and for each
//! two of its lines why the one comes after the other.

use anyhow::{Context, Result};
use playback::{Order, Recording, timeline};
use records::Resource;
use serde::Deserialize;

/// A run.
#[derive(Debug, Deserialize)]
pub struct Run {
    /// `tokio` or `asyncio`.
    pub runtime: String,
    /// `virtual` or `real`.
    pub clock: Option<String>,
    /// Its lanes, each at the place of its number.
    pub lanes: Vec<Lane>,
    /// Its instants, in order.
    pub instants: Vec<Instant>,
    /// Its steps, in order.
    pub steps: Vec<Step>,
    /// What it printed, in order.
    pub lines: Vec<Line>,
    /// For each line, why it comes after each line before it.
    #[serde(skip)]
    pub orders: Vec<Vec<Order>>,
}

/// A task, a coroutine or a blocking call.
#[derive(Debug, Deserialize)]
pub struct Lane {
    /// Its number in the recording.
    pub number: u32,
    /// Its name.
    pub name: String,
}

/// Steps at one instant.
#[derive(Debug, Deserialize)]
pub struct Instant {
    /// Microseconds on the program's clock.
    pub at: u64,
    /// Its first step.
    pub first: usize,
    /// Its last step.
    pub last: usize,
}

/// A step.
#[derive(Debug, Deserialize)]
pub struct Step {
    /// Microseconds on the program's clock.
    pub at: u64,
    /// The lane that takes it.
    pub lane: Option<u32>,
    /// What happens: `runs`, `prints`, `suspends` …
    pub kind: String,
    /// The line that it prints.
    pub line: Option<usize>,
    /// The lane whose state changes, and its new state.
    pub change: Option<Change>,
    /// What it waits for.
    #[serde(default)]
    pub waits: Vec<Wait>,
    /// Where in the program's own source.
    pub place: Option<Place>,
    /// What happens, in words.
    pub sentence: String,
}

/// A new state.
#[derive(Debug, Deserialize)]
pub struct Change {
    /// Whose.
    pub lane: u32,
    /// `queued`, `running`, `suspended` …
    pub state: String,
}

/// What is waited for.
#[derive(Debug, Deserialize)]
pub struct Wait {
    /// `sleep`, `recv` …
    pub on: Resource,
}

/// A place in a source.
#[derive(Debug, Deserialize)]
pub struct Place {
    /// From the lesson's folder.
    pub file: String,
    /// From 1.
    pub line: u32,
}

/// A printed line.
#[derive(Debug, Deserialize)]
pub struct Line {
    /// Its text.
    pub text: String,
    /// Microseconds on the program's clock.
    pub at: u64,
    /// The lane that printed it.
    pub lane: Option<u32>,
    /// Its number in that lane.
    pub number: usize,
    /// Why it comes after the line before it.
    pub mark: Option<String>,
    /// The step that printed it.
    pub step: usize,
}

impl Run {
    /// What a recording of this program says.
    ///
    /// # Errors
    ///
    /// If its JSON is not what is read here.
    pub fn of(recording: &Recording, program: &str) -> Result<Self> {
        let json = timeline::json(recording, program);
        let mut run: Self = serde_json::from_str(&json)
            .with_context(|| format!("reading the timeline of {program}"))?;
        let orders = recording.orders();
        let of_line = |later| (0..later).map(|earlier| orders.between(earlier, later)).collect();
        run.orders = (0..run.lines.len()).map(of_line).collect();
        Ok(run)
    }

    /// The name of a lane, or of none.
    pub fn name(&self, lane: Option<u32>) -> &str {
        let known = lane.and_then(|lane| self.lanes.iter().find(|known| known.number == lane));
        known.map_or("outside", |lane| lane.name.as_str())
    }

    /// An instant, on the real clock to the hundredth of a second: `2 s`, `0.25 s`.
    pub fn instant(&self, at: u64) -> String {
        let seconds = at as f64 / 1e6;
        match self.clock.as_deref() {
            Some("real") => format!("{seconds:.2} s"),
            _ => format!("{seconds} s"),
        }
    }

    /// How many rows its picture has: one for each lane, and one for what is done in none.
    fn rows(&self) -> usize {
        let is_outside =
            |step: &Step| step.lane.is_none() && matches!(step.kind.as_str(), "prints" | "panics");
        self.lanes.len() + usize::from(self.steps.iter().any(is_outside))
    }

    /// How many lanes and steps, from when to when, on which clock.
    pub fn facts(&self) -> String {
        let count = |number: usize, what: &str| crate::show::count(number, what);
        let last = self.steps.last().map_or(0, |step| step.at);
        let clock = self.clock.as_deref().unwrap_or("no");
        format!(
            "{}, {}, {} on the {clock} clock",
            count(self.rows(), "lane"),
            count(self.steps.len(), "step"),
            self.instant(last),
        )
    }
}
