//! A recording as text: who printed which line when.

use std::time::Duration;

use records::{Clock, How, Kind};

use crate::instant::seconds;
use crate::order::Order;
use crate::recording::{Lane, Line, Recording};

/// How much of a line a transcript shows, in characters.
const LONGEST: usize = 200;

impl Recording {
    /// What the program printed: for each line its time, its lane, its number in the lane, why it comes
    /// after the line before it, its text.
    pub fn transcript(&self) -> String {
        if self.lines.is_empty() {
            return self.silence(true);
        }
        self.rows(|line| Some(self.time(line)))
    }

    /// The same without the times: on the real clock the order holds, the microseconds do not.
    pub fn untimed_transcript(&self) -> String {
        if self.lines.is_empty() {
            return self.silence(false);
        }
        self.rows(|_| None)
    }

    /// A line's time, on the real clock to the hundredth of a second.
    fn time(&self, line: &Line) -> String {
        match self.clock {
            Some(Clock::Real) => format!("{:.2} s", Duration::from_micros(line.at).as_secs_f64()),
            _ => seconds(line.at),
        }
    }

    /// A program that prints nothing is told by its own lanes: so an empty program is no match for
    /// it.
    fn silence(&self, with_ends: bool) -> String {
        let mut lines = vec!["(prints nothing)".to_owned()];
        let own = |lane: &&Lane| lane.kind == Kind::Root || lane.place.is_some();
        for lane in self.lanes.iter().filter(own) {
            lines.push(match end_of(lane) {
                Some((at, how)) if with_ends => format!("{}  {}  {how}", seconds(at), lane.name),
                _ => lane.name.clone(),
            });
        }
        lines.push(String::new());
        lines.join("\n")
    }

    fn rows(&self, time_of: impl Fn(&Line) -> Option<String>) -> String {
        let times: Vec<Option<String>> = self.lines.iter().map(time_of).collect();
        let width = |cells: &mut dyn Iterator<Item = usize>| cells.max().unwrap_or(0);
        let time_width = width(&mut times.iter().flatten().map(String::len));
        let names = self.lines.iter().map(|line| self.name(line.lane));
        let lane_width = width(&mut names.map(|name| name.chars().count()));
        let number_width = width(&mut self.lines.iter().map(|line| line.number.to_string().len()));
        let marks = self.orders().marks();
        let mark_width = width(&mut marks.iter().flatten().map(|mark| mark.name().len()));
        let mut transcript = String::new();
        for ((line, time), mark) in self.lines.iter().zip(&times).zip(marks) {
            if let Some(time) = time {
                transcript.push_str(&format!("{time:>time_width$}  "));
            }
            let (name, number) = (self.name(line.lane), line.number);
            let mark = mark.map_or("", Order::name);
            let row = format!(
                "{name:<lane_width$}  {number:>number_width$}  {mark:<mark_width$}  {}",
                shown(line)
            );
            transcript.push_str(row.trim_end());
            transcript.push('\n');
        }
        transcript
    }
}

/// When and how a lane ended.
fn end_of(lane: &Lane) -> Option<(u64, &'static str)> {
    let how = match lane.end? {
        How::Done => "done",
        How::Cancelled => "cancelled",
        How::Panicked => "panicked",
    };
    Some((lane.ended_at?, how))
}

/// The text of a line: bytes that are no text replaced, control characters spelt out, its middle
/// left out if it is very long.
pub(crate) fn shown(line: &Line) -> String {
    let head = &line.text[..line.text.len().min(4 * LONGEST)];
    let text = String::from_utf8_lossy(head);
    let mut shown = String::new();
    for letter in text.chars().take(LONGEST) {
        if letter.is_control() {
            shown.extend(letter.escape_default());
        } else {
            shown.push(letter);
        }
    }
    if text.chars().count() > LONGEST || head.len() < line.text.len() {
        shown.push_str(&format!("… ({} bytes)", line.text.len()));
    }
    if !line.is_whole {
        shown.push_str(" (no newline)");
    }
    shown
}
