//! A recording as text: who printed which line when.

use crate::recording::{Line, Recording};

/// How much of a line a transcript shows, in characters.
const LONGEST: usize = 200;

impl Recording {
    /// What the program printed: for each line its time, its lane, its number in the lane, an order
    /// mark (a column that is still free), its text.
    pub fn transcript(&self) -> String {
        self.rows(|line| vec![seconds(line.at)])
    }

    /// The same without the times: on the real clock the order holds, the microseconds do not.
    pub fn order(&self) -> String {
        self.rows(|_| Vec::new())
    }

    fn rows(&self, leading: impl Fn(&Line) -> Vec<String>) -> String {
        let rows: Vec<(Vec<String>, &Line)> =
            self.lines.iter().map(|line| (leading(line), line)).collect();
        let width = |cell: fn(&(Vec<String>, &Line), &Recording) -> usize| {
            rows.iter().map(|row| cell(row, self)).max().unwrap_or(0)
        };
        let time = width(|(leading, _), _| leading.first().map_or(0, String::len));
        let lane = width(|(_, line), recording| recording.name(line.lane).chars().count());
        let number = width(|(_, line), _| line.number.to_string().len());
        let mut transcript = String::new();
        for (leading, line) in &rows {
            if let Some(at) = leading.first() {
                transcript.push_str(&format!("{at:>time$}  "));
            }
            let name = self.name(line.lane);
            let row = format!("{name:<lane$}  {:>number$}     {}", line.number, shown(line));
            transcript.push_str(row.trim_end());
            transcript.push('\n');
        }
        transcript
    }
}

/// Microseconds as seconds, as short as it is exact: `2 s`, `0.25 s`.
pub(crate) fn seconds(micros: u64) -> String {
    let (whole, rest) = (micros / 1_000_000, micros % 1_000_000);
    let fraction = format!("{rest:06}");
    match fraction.trim_end_matches('0') {
        "" => format!("{whole} s"),
        digits => format!("{whole}.{digits} s"),
    }
}

/// The text of a line: bytes that are no text replaced, control characters spelt out, its middle
/// left out if it is very long.
fn shown(line: &Line) -> String {
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
