//! A run as JSON: what a step player, or any other program, draws a timeline from.
//!
//! The schema in `schema/timeline.schema.json` says the same as these types, for readers in other
//! languages. All numbers of steps, lines and lanes count from 0; to people, steps and lines are
//! shown one higher. Times are microseconds on the program's clock. Of a run on the virtual clock
//! the text is the same each time.
//!
//! `<` is written as `\u003c`, so that the text can stand in a `<script>` of a page.

use std::borrow::Cow;
use std::collections::HashMap;

use records::{Clock, How, Kind, Place, Threads};
use serde::Serialize;

use super::bands::{Band, bands};
use super::ending::{Ending, ending};
use crate::recording::{Lane, Recording};
use crate::steps::{State, Step, What};

/// The version of the document. It changes when a reader of the older one would misunderstand.
const VERSION: u32 = 1;

/// A run.
#[derive(Debug, Serialize)]
struct Document<'a> {
    version: u32,
    /// What the program is called: `gather/main`, or the name of the file it was recorded in.
    program: &'a str,
    /// Who recorded: `tokio` or `asyncio`.
    runtime: &'a str,
    threads: Option<Threads>,
    clock: Option<Clock>,
    end: Ending,
    /// How many records could not be read.
    unreadable: usize,
    lanes: Vec<LaneShown<'a>>,
    instants: Vec<Band>,
    steps: Vec<StepShown<'a>>,
    lines: Vec<LineShown<'a>>,
}

/// A task, a coroutine or a blocking call. It stands at the place of its number.
#[derive(Debug, Serialize)]
struct LaneShown<'a> {
    number: u32,
    name: &'a str,
    kind: Kind,
    /// The lane that was running when it appeared.
    parent: Option<u32>,
    /// Where in the program's own source it was made.
    place: Option<&'a Place>,
    /// The step that made it.
    made: Option<usize>,
    /// How it ended, if it did.
    end: Option<EndShown>,
}

#[derive(Debug, Serialize)]
struct EndShown {
    how: How,
    at: u64,
    step: usize,
}

#[derive(Debug, Serialize)]
struct StepShown<'a> {
    number: usize,
    at: u64,
    lane: Option<u32>,
    #[serde(flatten)]
    what: WhatShown<'a>,
    /// The lane whose state changes, and its new state.
    change: Option<ChangeShown>,
    /// Where in the program's own source, if that is known: where it spawns, waits, goes on, panics.
    place: Option<&'a Place>,
    sentence: String,
}

#[derive(Debug, Serialize)]
struct ChangeShown {
    lane: u32,
    state: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum WhatShown<'a> {
    Makes { made: u32 },
    Runs,
    IsDropped,
    Prints { line: usize },
    Suspends { waits: Vec<WaitShown<'a>>, is_woken: bool },
    IsWoken { by: &'static str, waker: Option<u32> },
    Panics { message: &'a str },
    Ends { how: How },
    TimePasses { from: u64 },
    IsStuck,
}

#[derive(Debug, Serialize)]
struct WaitShown<'a> {
    on: &'static str,
    place: Option<&'a Place>,
}

#[derive(Debug, Serialize)]
struct LineShown<'a> {
    /// What is no UTF-8 is replaced.
    text: Cow<'a, str>,
    /// Whether a newline ended it.
    is_whole: bool,
    at: u64,
    lane: Option<u32>,
    /// Its number among the lines of that lane, from 1.
    number: usize,
    /// Why it comes after the line before it; none for the first.
    mark: Option<&'static str>,
    /// The step that printed it.
    step: usize,
}

/// The run as one line of JSON, without a newline. `program` is what the program is called.
pub fn json(recording: &Recording, program: &str) -> String {
    let steps = recording.steps();
    let mut printed = vec![0; recording.lines.len()];
    let mut made = HashMap::new();
    let mut ends = HashMap::new();
    for (number, step) in steps.iter().enumerate() {
        match (&step.what, step.lane) {
            (What::Prints(line), _) => printed[*line] = number,
            (What::Makes(lane), _) => _ = made.insert(*lane, number),
            (What::Ends(how), Some(lane)) => {
                ends.insert(lane, EndShown { how: *how, at: step.at, step: number });
            }
            _ => {}
        }
    }
    let lane = |lane: &'_ Lane| (made.get(&lane.number).copied(), ends.remove(&lane.number));
    let document = Document {
        version: VERSION,
        program,
        runtime: recording.runtime(),
        threads: recording.threads,
        clock: recording.clock,
        end: ending(recording),
        unreadable: recording.unreadable,
        lanes: lanes(recording, lane),
        instants: bands(&steps),
        lines: lines(recording, &printed),
        steps: shown(recording, &steps),
    };
    let text = serde_json::to_string(&document).expect("a document is plain data");
    text.replace('<', "\\u003c")
}

fn lanes<'a>(
    recording: &'a Recording,
    mut life: impl FnMut(&'a Lane) -> (Option<usize>, Option<EndShown>),
) -> Vec<LaneShown<'a>> {
    let shown = |lane: &'a Lane| {
        let (made, end) = life(lane);
        LaneShown {
            number: lane.number,
            name: &lane.name,
            kind: lane.kind,
            parent: lane.parent,
            place: lane.place.as_ref(),
            made,
            end,
        }
    };
    recording.lanes.iter().map(shown).collect()
}

fn lines<'a>(recording: &'a Recording, steps: &[usize]) -> Vec<LineShown<'a>> {
    let marks = recording.orders().marks();
    let rows = recording.lines.iter().zip(marks).zip(steps);
    rows.map(|((line, mark), step)| LineShown {
        text: String::from_utf8_lossy(&line.text),
        is_whole: line.is_whole,
        at: line.at,
        lane: line.lane,
        number: line.number,
        mark: mark.map(crate::order::Order::name),
        step: *step,
    })
    .collect()
}

fn shown<'a>(recording: &'a Recording, steps: &'a [Step]) -> Vec<StepShown<'a>> {
    // Where each lane waits: from there it goes on.
    let mut waits_at: HashMap<u32, Option<&Place>> = HashMap::new();
    let mut all = Vec::with_capacity(steps.len());
    for (number, step) in steps.iter().enumerate() {
        let known = step.lane.and_then(|lane| waits_at.get(&lane).copied()).flatten();
        let place = match &step.what {
            What::Makes(made) => recording.lane(*made).and_then(|lane| lane.place.as_ref()),
            What::Suspends { waits, .. } => waits.first().and_then(|wait| wait.place.as_ref()),
            What::Panics { place, .. } => place.as_ref(),
            What::Runs | What::Raises | What::IsDropped => known,
            _ => None,
        };
        if let (What::Suspends { waits, .. }, Some(lane)) = (&step.what, step.lane) {
            waits_at.insert(lane, place.filter(|_| waits.len() == 1));
        }
        let change = step.change();
        all.push(StepShown {
            number,
            at: step.at,
            lane: step.lane,
            what: what(step),
            change: change.map(|(lane, state)| ChangeShown { lane, state: State::name(state) }),
            place,
            sentence: recording.sentence(step),
        });
    }
    all
}

fn what(step: &Step) -> WhatShown<'_> {
    match &step.what {
        What::Makes(made) => WhatShown::Makes { made: *made },
        What::Runs | What::Raises => WhatShown::Runs,
        What::IsDropped => WhatShown::IsDropped,
        What::Prints(line) => WhatShown::Prints { line: *line },
        What::Suspends { waits, is_woken } => {
            let shown = waits
                .iter()
                .map(|wait| WaitShown { on: wait.on.word(), place: wait.place.as_ref() });
            WhatShown::Suspends { waits: shown.collect(), is_woken: *is_woken }
        }
        What::IsWoken(by) => {
            let (by, waker) = super::ending::waker(*by);
            WhatShown::IsWoken { by, waker }
        }
        What::Panics { message, .. } => WhatShown::Panics { message },
        What::Ends(how) => WhatShown::Ends { how: *how },
        What::TimePasses(from) => WhatShown::TimePasses { from: *from },
        What::IsStuck => WhatShown::IsStuck,
    }
}
