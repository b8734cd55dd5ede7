//! A run as a Chrome trace (JSON), which Perfetto, chrome://tracing and VizTracer open.
//!
//! A row per lane and one for the clock; a slice for each poll, and between polls one that says what
//! the lane waits for; an arrow for each wake and each spawn; a mark for each printed line. The
//! format is "Trace Event Format": phases `M`, `B`, `E`, `i`, `s` and `f`, times in microseconds.
//!
//! On the virtual clock a poll takes no time, and what takes no time cannot be seen: each step of an
//! instant is drawn a made-up tick after the one before, and the file says how long that is.

use std::collections::{HashMap, HashSet};

use records::{By, Clock, Kind, LaneId};
use serde_json::{Value, json};

use super::bands::{Band, bands};
use crate::instant::seconds;
use crate::order::Order;
use crate::recording::Recording;
use crate::steps::{State, Step, What};
use crate::transcript::shown;

/// The one process.
const PROCESS: u32 = 1;

/// The rows of the clock and of what is printed outside the runtime. The one with the number of the
/// process would be shown as its main thread.
const CLOCK: u64 = 2;
const OUTSIDE: u64 = 3;
const FIRST_LANE: u64 = 4;

/// The tick on the real clock, in nanoseconds: it keeps the order of steps of one microsecond.
const REAL_TICK: u64 = 100;

/// The longest made-up tick, in nanoseconds.
const LONGEST_TICK: u64 = 50_000_000;

/// The run as a Chrome trace, one event a line. `program` is what the program is called.
pub fn perfetto(recording: &Recording, program: &str) -> String {
    let steps = recording.steps();
    let bands = bands(&steps);
    let tick = tick(recording.clock, &bands);
    let mut trace = Trace {
        recording,
        now: 0,
        next: 0,
        ended: None,
        tick,
        events: Vec::new(),
        rows: HashMap::new(),
        arrows: 0,
    };
    trace.names(program, &steps);
    let mut marks = recording.orders().marks().into_iter();
    let mut coming = bands.iter().peekable();
    let mut last = None;
    for (number, step) in steps.iter().enumerate() {
        trace.moves_on(step);
        if let Some(band) = coming.next_if(|band| band.first == number) {
            trace.begin(CLOCK, &seconds(band.at), "instant", json!({}));
            last = Some(band.last);
        }
        let mark = if let What::Prints(_) = step.what { marks.next().flatten() } else { None };
        trace.follow(number, step, mark);
        if last == Some(number) {
            trace.now = trace.now.saturating_add(tick / 4);
            trace.end(CLOCK);
        }
    }
    trace.now = trace.next;
    trace.end_all();
    trace.written(program)
}

/// How far steps of one instant are drawn apart, in nanoseconds: on the virtual clock as far as all
/// of them fit into the first tenth of the time to the next instant.
fn tick(clock: Option<Clock>, bands: &[Band]) -> u64 {
    if clock == Some(Clock::Real) {
        return REAL_TICK;
    }
    let room = |pair: &[Band]| {
        let steps = (pair[0].last - pair[0].first + 2) as u64;
        (pair[1].at - pair[0].at).saturating_mul(1000) / 4 / steps
    };
    let least = bands.windows(2).map(room).min().unwrap_or(LONGEST_TICK);
    let whole = if least >= 4000 { least - least % 4000 } else { least };
    whole.clamp(4, LONGEST_TICK)
}

struct Trace<'a> {
    recording: &'a Recording,
    /// Nanoseconds.
    now: u64,
    /// The earliest time of the next step.
    next: u64,
    /// The lane that has just ended; its end is still shown, for it may wake others.
    ended: Option<LaneId>,
    tick: u64,
    events: Vec<Value>,
    rows: HashMap<u64, Row>,
    arrows: u32,
}

/// What is open in a row.
#[derive(Default)]
struct Row {
    has_slice: bool,
    /// The arrows that end at its next poll.
    arrows: Vec<(u32, &'static str)>,
}

fn row_of(lane: Option<LaneId>) -> u64 {
    lane.map_or(OUTSIDE, |lane| FIRST_LANE + u64::from(lane))
}

/// Microseconds with three digits after the point, as the format wants them.
fn micros(nanos: u64) -> Value {
    if nanos.is_multiple_of(1000) { json!(nanos / 1000) } else { json!(nanos as f64 / 1000.0) }
}

impl Trace<'_> {
    fn event(&mut self, phase: &str, row: u64, name: &str, more: Value) {
        let mut event = json!({
            "ph": phase, "pid": PROCESS, "tid": row, "ts": micros(self.now), "name": name,
        });
        if let (Some(event), Value::Object(more)) = (event.as_object_mut(), more) {
            event.extend(more);
        }
        self.events.push(event);
    }

    /// Moves on to the time at which a step is drawn.
    fn moves_on(&mut self, step: &Step) {
        if let Some(ended) = self.ended
            && step.what != What::IsWoken(By::Lane(ended))
        {
            self.now = self.next - self.tick / 2;
            self.end(row_of(Some(ended)));
            self.ended = None;
        }
        self.now = self.next.max(step.at.saturating_mul(1000));
        let takes_time = !matches!(step.what, What::TimePasses(_));
        self.next = self.now.saturating_add(if takes_time { self.tick } else { 0 });
    }

    fn names(&mut self, program: &str, steps: &[Step]) {
        let runtime = self.recording.runtime();
        let name = format!("{program} ({runtime})");
        self.event("M", CLOCK, "process_name", json!({"args": {"name": name}}));
        let mut rows = vec![(CLOCK, "clock".to_owned())];
        for lane in &self.recording.lanes {
            let kind = match lane.kind {
                Kind::Root | Kind::Task => "",
                Kind::Coroutine => " (coroutine)",
                Kind::Blocking => " (blocking call)",
            };
            rows.push((row_of(Some(lane.number)), format!("{}{kind}", lane.name)));
        }
        let is_outside = |step: &Step| step.lane.is_none() && matches!(step.what, What::Prints(_));
        if steps.iter().any(is_outside) {
            rows.push((OUTSIDE, "outside".to_owned()));
        }
        for (place, (row, name)) in rows.into_iter().enumerate() {
            self.event("M", row, "thread_name", json!({"args": {"name": name}}));
            self.event("M", row, "thread_sort_index", json!({"args": {"sort_index": place}}));
        }
    }

    fn begin(&mut self, row: u64, name: &str, category: &str, arguments: Value) {
        self.end(row);
        self.rows.entry(row).or_default().has_slice = true;
        self.event("B", row, name, json!({"cat": category, "args": arguments}));
    }

    fn end(&mut self, row: u64) {
        if std::mem::take(&mut self.rows.entry(row).or_default().has_slice) {
            self.event("E", row, "", json!({}));
        }
    }

    fn end_all(&mut self) {
        let mut rows: Vec<u64> = self.rows.keys().copied().collect();
        rows.sort_unstable();
        rows.into_iter().for_each(|row| self.end(row));
    }

    fn follow(&mut self, number: usize, step: &Step, mark: Option<Order>) {
        let row = row_of(step.lane);
        let sentence = self.recording.sentence(step);
        let arguments = json!({"step": number + 1, "sentence": sentence});
        match &step.what {
            What::Prints(line) => {
                let text = self.recording.lines.get(*line).map(shown).unwrap_or_default();
                let name = format!("{}: {text}", line + 1);
                let mark = mark.map_or("", Order::name);
                let arguments = json!({"step": number + 1, "sentence": sentence, "after the line before": mark});
                self.event("i", row, &name, json!({"s": "t", "cat": "line", "args": arguments}));
            }
            What::Panics { .. } | What::IsStuck => {
                let more = json!({"s": "t", "cat": "trouble", "args": arguments});
                let row = if step.lane.is_some() { row } else { CLOCK };
                self.event("i", row, &sentence, more);
            }
            What::Makes(made) => self.arrow("spawn", row, row_of(Some(*made))),
            What::IsWoken(By::Lane(by)) => self.arrow("wake", row_of(Some(*by)), row),
            What::IsWoken(By::Clock) => self.arrow("wake", CLOCK, row),
            _ => {}
        }
        let Some((lane, state)) = step.change() else { return };
        let row = row_of(Some(lane));
        match (&step.what, state) {
            (What::IsDropped, _) => self.begin(row, "is dropped", "runs", arguments),
            (_, State::Running) => self.begin(row, "runs", "runs", arguments),
            (_, State::Queued) => self.begin(row, "queued", "queued", arguments),
            (What::Suspends { waits, .. }, _) => {
                let waits: Vec<String> = waits.iter().map(ToString::to_string).collect();
                let name = if waits.is_empty() { "inside".to_owned() } else { waits.join(" and ") };
                self.begin(row, &name, "waits", arguments);
            }
            (_, ended) => {
                self.begin(row, ended.name(), "end", arguments);
                self.ended = Some(lane);
            }
        }
        if state == State::Running {
            self.arrows_end(row);
        }
    }

    /// An arrow from what `from` does now to the next poll of `to`.
    fn arrow(&mut self, name: &'static str, from: u64, to: u64) {
        if !self.rows.entry(from).or_default().has_slice {
            return;
        }
        self.arrows += 1;
        let id = self.arrows;
        self.event("s", from, name, json!({"cat": "flow", "id": id}));
        self.rows.entry(to).or_default().arrows.push((id, name));
    }

    fn arrows_end(&mut self, row: u64) {
        for (id, name) in std::mem::take(&mut self.rows.entry(row).or_default().arrows) {
            self.event("f", row, name, json!({"cat": "flow", "id": id, "bp": "e"}));
        }
    }

    fn written(self, program: &str) -> String {
        let (clock, drawn) = match self.recording.clock {
            Some(Clock::Real) => ("real", "steps of the same microsecond are drawn"),
            _ => (
                "virtual",
                "a step takes no time on the virtual clock; steps of one instant are drawn",
            ),
        };
        let about = json!({
            "program": program,
            "runtime": self.recording.runtime(),
            "clock": clock,
            "drawn apart": format!("{drawn} a made-up {} us apart", micros(self.tick)),
            "whole run": self.recording.what_is_missing().unwrap_or_else(|| "yes".to_owned()),
        });
        let whole: HashSet<&Value> = self
            .events
            .iter()
            .filter(|event| event["ph"] == "f")
            .map(|event| &event["id"])
            .collect();
        // Who is woken and never runs again is where no arrow can lead.
        let is_shown = |event: &&Value| event["ph"] != "s" || whole.contains(&event["id"]);
        let events: Vec<String> =
            self.events.iter().filter(is_shown).map(Value::to_string).collect();
        format!(
            "{{\"displayTimeUnit\":\"ms\",\"otherData\":{about},\"traceEvents\":[\n{}\n]}}",
            events.join(",\n")
        )
    }
}
