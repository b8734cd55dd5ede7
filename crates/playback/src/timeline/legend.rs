//! What stands under the lanes: what the signs mean, and the printed lines.

use std::collections::BTreeSet;

use super::options::Options;
use super::signs::{Ink, MEANINGS};
use crate::instant::instant;
use crate::order::Order;
use crate::recording::Recording;
use crate::transcript::shown;

/// The meaning of the signs that occur; beside a twin's run, in the twin's words too.
pub(super) fn legend(used: &BTreeSet<(Ink, char)>, has_twin: bool, options: &Options) -> String {
    let signs = options.signs();
    let has = |ink: Ink| used.iter().any(|(known, _)| *known == ink);
    let mut entries: Vec<String> = Vec::new();
    for (ink, meaning) in MEANINGS.iter().filter(|(ink, _)| has(*ink)) {
        let sign = match ink {
            Ink::Queued => signs.queued.to_string().repeat(2),
            Ink::Runs => signs.runs.to_string().repeat(2),
            Ink::Line => format!("{}1", signs.runs),
            Ink::Suspended => signs.suspended.to_string().repeat(2),
            Ink::Blocks => signs.blocks.to_string().repeat(2),
            Ink::Done => signs.done.to_string(),
            Ink::Cancelled => signs.cancelled.to_string(),
            _ => signs.panicked.to_string(),
        };
        let meaning = match ink {
            Ink::Panicked if has_twin => "panicked; in asyncio: ended by an exception",
            _ => *meaning,
        };
        entries.push(format!("{} {meaning}", options.paint(*ink, &sign)));
    }
    if has(Ink::Arrow) {
        let heads = format!("{}{}", signs.down, signs.up);
        let heads = options.paint(Ink::Arrow, &heads);
        entries.push(format!("{heads} made or woken by the lane at the other end"));
    }
    for (ink, sign, meaning) in [
        (Ink::Outside, signs.clock, "woken by the clock"),
        (Ink::Outside, signs.itself, "gave way, and is queued again"),
        (Ink::Outside, signs.outside, "woken from outside"),
        (Ink::Aside, signs.leap, "the clock moves on"),
        (Ink::Aside, signs.left_out, "steps left out"),
        (Ink::Differs, signs.differs, "the other runtime prints this line otherwise"),
    ] {
        if used.contains(&(ink, sign)) {
            entries.push(format!("{} {meaning}", options.paint(ink, &sign.to_string())));
        }
    }
    let mut text = String::new();
    let mut at = 0;
    for entry in entries {
        let length = visible(&entry);
        if at > 0 && at + 3 + length > options.width {
            text.push('\n');
            at = 0;
        } else if at > 0 {
            text += "   ";
            at += 3;
        }
        text += &entry;
        at += length;
    }
    text.push('\n');
    text
}

/// The meaning of every sign that the run of one program can have.
pub(super) fn meanings(options: &Options) -> String {
    let signs = options.signs();
    let outside = [signs.clock, signs.itself, signs.outside].map(|sign| (Ink::Outside, sign));
    let aside = [signs.leap, signs.left_out].map(|sign| (Ink::Aside, sign));
    let inks = MEANINGS.iter().map(|(ink, _)| *ink).chain([Ink::Arrow]);
    let used = inks.map(|ink| (ink, ' ')).chain(outside).chain(aside).collect();
    legend(&used, false, options)
}

/// How many characters of a text are seen: escape sequences are not.
fn visible(text: &str) -> usize {
    let mut is_escape = false;
    let seen = |letter: &char| {
        is_escape |= *letter == '\u{1b}';
        let is_seen = !is_escape;
        is_escape &= *letter != 'm';
        is_seen
    };
    text.chars().filter(seen).count()
}

/// The printed lines: number, instant, lane, why it comes after the line before it, text.
pub(super) fn lines(recording: &Recording, options: &Options) -> String {
    if recording.lines.is_empty() {
        return "\n(prints nothing)\n".to_owned();
    }
    // That one more is left out takes a line as well.
    let most =
        if recording.lines.len() == options.lines + 1 { options.lines + 1 } else { options.lines };
    let drawn = &recording.lines[..recording.lines.len().min(most)];
    let marks =
        if options.marks { recording.orders().marks() } else { vec![None; recording.lines.len()] };
    let widest = |cells: &mut dyn Iterator<Item = usize>| cells.max().unwrap_or(0);
    let times: Vec<String> = drawn.iter().map(|line| instant(line.at, recording.clock)).collect();
    let names: Vec<&str> = drawn.iter().map(|line| recording.name(line.lane)).collect();
    let number_width = drawn.len().to_string().len();
    let time_width = widest(&mut times.iter().map(String::len));
    let name_width = widest(&mut names.iter().map(|name| name.chars().count()));
    let mark_width = widest(&mut marks.iter().flatten().map(|mark| mark.name().len()));
    let indent = number_width + time_width + name_width + mark_width + 8;
    let mut text = "\n".to_owned();
    for (index, line) in drawn.iter().enumerate() {
        let number = options.paint(Ink::Line, &format!("{:>number_width$}", index + 1));
        let mark = marks[index].map_or("", Order::name);
        let (time, name) = (&times[index], names[index]);
        let head =
            format!("{number}  {time:>time_width$}  {name:<name_width$}  {mark:<mark_width$}  ");
        text += &hung(&head, indent, &shown(line), options.width);
    }
    let more = recording.lines.len() - drawn.len();
    if more > 0 {
        text += &format!("and {more} more lines\n");
    }
    text
}

/// A text after its head, its further lines under its first.
fn hung(head: &str, indent: usize, text: &str, width: usize) -> String {
    let room = width.saturating_sub(indent).max(20);
    let mut letters: Vec<char> = text.chars().collect();
    let mut hung = head.to_owned();
    while letters.len() > room {
        let space = letters[..=room].iter().rposition(|letter| *letter == ' ').unwrap_or(0);
        let end = if space > room / 2 { space } else { room };
        hung.extend(letters.drain(..end));
        hung += &format!("\n{}", " ".repeat(indent));
        letters = letters.into_iter().skip_while(|letter| *letter == ' ').collect();
    }
    hung.extend(letters);
    hung.trim_end().to_owned() + "\n"
}
