//! What was found, for a reader.

use super::Explored;
use super::ask::{Ending, Found, Output, Request};
use super::order::{self, Order};
use super::trace;
use crate::course::Program;
use crate::run::heading;
use crate::show::{aside, count, failure, indented, tame};

/// How many outputs of a mode are shown.
const MOST_OUTPUTS: usize = 5;

/// How many lines of an output are shown.
const MOST_LINES: usize = 40;

/// What came of one program.
pub fn text(program: &Program, explored: &Explored, request: &Request) -> String {
    let body = match explored {
        Explored::NotModelled(why) => format!("{}: {why}.\n", failure("not modelled")),
        Explored::Trouble(what) => format!("{}: {what}\n", failure("not explored")),
        Explored::Found(found) if request.replay.is_some() => {
            found.iter().map(one_schedule).collect()
        }
        Explored::Found(found) => {
            let modes: Vec<String> = found.iter().map(of_mode).collect();
            modes.join("\n") + &table(found)
        }
    };
    heading(program) + &indented(&body) + "\n"
}

/// What came of all of them.
pub fn summary(all: &[(&Program, Explored)]) -> String {
    let number = |is: fn(&Explored) -> bool| all.iter().filter(|(_, what)| is(what)).count();
    let found = number(|what| matches!(what, Explored::Found(_)));
    let not_modelled = number(|what| matches!(what, Explored::NotModelled(_)));
    let trouble = number(|what| matches!(what, Explored::Trouble(_)));
    let mut words = format!("{} explored", count(found, "program"));
    if not_modelled > 0 {
        words += &format!(", {not_modelled} not modelled");
    }
    if trouble > 0 {
        words += &format!(", {}", failure(format!("{trouble} not explored")));
    }
    words + "\n"
}

/// What one schedule printed, and what its tasks did.
fn one_schedule(found: &Found) -> String {
    let mut text: String = found.outputs.iter().map(printed).collect();
    if !found.trace.is_empty() {
        let drawn = trace::drawn(&trace::recording(&found.trace));
        text += &format!("\n{drawn}");
    }
    text
}

fn of_mode(found: &Found) -> String {
    let clock = match found.mode.ends_with("free") {
        true => "without the clock (a timer fires at any moment)",
        false => "with the delays",
    };
    let threads = if found.mode.starts_with("one-thread") { ", on one thread" } else { "" };
    let schedules = match found.complete {
        true if found.schedules == 1 => "its only schedule".to_owned(),
        true => format!("all {}", count(found.schedules, "schedule")),
        false => format!("{} at random", count(found.schedules, "schedule")),
    };
    let outputs = count(found.outputs.len(), "output");
    let mut text = format!("{clock}{threads}: {schedules}, {outputs}\n");
    for output in found.outputs.iter().take(MOST_OUTPUTS) {
        let share = format!("in {} of {}", output.schedules, found.schedules);
        let replay = aside(format!("--replay {}", output.replay));
        text += &indented(&format!("{share}  {replay}\n{}", indented(&printed(output))));
    }
    let rest = found.outputs.iter().skip(MOST_OUTPUTS);
    let others: usize = rest.map(|output| output.schedules).sum();
    if others > 0 {
        let more = count(found.outputs.len() - MOST_OUTPUTS, "other output");
        text +=
            &indented(&format!("… and {more}, in {others} of {}; --json has all", found.schedules));
    }
    text
}

/// An output and how it ends, if it does not end well.
fn printed(output: &Output) -> String {
    let mut text: String =
        tame(&output.printed).lines().take(MOST_LINES).map(|line| line.to_owned() + "\n").collect();
    let more = output.printed.lines().count().saturating_sub(MOST_LINES);
    if more > 0 {
        text += &format!("… and {}\n", count(more, "more line"));
    }
    let message = tame(output.message.as_deref().unwrap_or_default());
    let ending = match output.ending {
        Ending::Returned if output.printed.is_empty() => "(it prints nothing)".to_owned(),
        Ending::Returned => return text,
        Ending::Failed => format!("{}: {message}", failure("main returns an error")),
        Ending::Panicked => format!("{}: {message}", failure("main panics")),
        Ending::Deadlock => format!("{}: nothing can run any more", failure("deadlock")),
        Ending::Endless => format!("{}: it was stopped", failure("no end in sight")),
    };
    text + &ending + "\n"
}

/// Which line comes first, for each two lines that there are with the delays.
fn table(found: &[Found]) -> String {
    let [delays, free] = found else { return String::new() };
    let lines = order::lines(std::slice::from_ref(delays));
    if !(2..=MOST_LINES).contains(&lines.len()) {
        return String::new();
    }
    let pairs = order::pairs(&lines, delays, free);
    let width = lines.len().to_string().len();
    let numbers: String = (1..=lines.len()).map(|number| format!(" {number:>width$}")).collect();
    let mut text = format!("\nwhich of two lines comes first\n  {:width$}{numbers}\n", "");
    for (row, line) in lines.iter().enumerate() {
        let mut cells = String::new();
        for column in 0..lines.len() {
            let pair = pairs.iter().find(|pair| (pair.first, pair.second) == (row, column));
            let cell = pair.map_or("", |pair| sign(pair.delays, pair.free));
            cells += &format!(" {cell:>width$}");
        }
        let again =
            if line.occurrence > 1 { format!(" ({})", line.occurrence) } else { String::new() };
        text += &format!("  {:>width$}{cells}  {}{again}\n", row + 1, tame(&line.text));
    }
    let tried = if delays.complete && free.complete { "" } else { " that was tried" };
    text + &indented(&aside(format!(
        "< row before column, in every schedule{tried};  c while the delays hold;  \
         ~ either, even so;  - never both"
    )))
}

fn sign(delays: Order, free: Order) -> &'static str {
    match (delays, free) {
        (Order::Flipped, _) => "~",
        (Order::Apart, _) => "-",
        (Order::Reversed, _) => ">",
        (Order::Kept, Order::Kept) => "<",
        (Order::Kept, _) => "c",
    }
}
