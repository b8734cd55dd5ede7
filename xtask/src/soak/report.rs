//! What soaking programs came to, as text.

use std::time::Duration;

use playback::Order;

use crate::run::{heading, trouble};
use crate::show::{self, count, indented, tame};
use crate::soak::claims::Pair;
use crate::soak::tally::{Counted, Flip, Tally};
use crate::soak::{Soaked, many};
use crate::stage::Played;

/// How many pairs of one program are shown of each kind.
const MOST: usize = 12;

/// The programs one by one, and what they came to together.
pub fn report(all: &[Soaked], unplayed: &[Played], took: Duration) -> String {
    let mut text = String::new();
    for played in unplayed {
        let why = played.trouble.as_ref().map(|what| trouble(what, played.program));
        text += &(heading(played.program) + &why.unwrap_or_default() + "\n");
    }
    for soaked in all {
        text += &(heading(soaked.program) + &indented(&program(soaked)) + "\n");
    }
    text + &summary(all, unplayed.len(), took)
}

fn program(soaked: &Soaked) -> String {
    let each = soaked.tallies.iter();
    let runs = each.map(|(flavor, tally)| format!("{} on {flavor}", count(tally.runs, "run")));
    let mut lines = vec![runs.collect::<Vec<_>>().join(", ")];
    if let Some((flavor, why)) = &soaked.impossible {
        lines.push(format!("It does not end on {flavor}: {}: {why}", why.name()));
    }
    for (first, is_failure) in [(&soaked.trouble, true), (&soaked.refusal, false)] {
        let Some((flavor, what)) = first else { continue };
        let failed = soaked.tallies.get(flavor).map_or(0, |tally| tally.failed);
        let runs = format!("{} on {flavor} came to trouble", count(failed, "run"));
        if is_failure {
            lines.push(format!("{}, for example:", show::failure(runs)));
            lines.push(trouble(what, soaked.program));
        } else {
            lines.push(format!("{runs}, which is not its own flavour: {}: {what}", what.name()));
        }
    }
    for order in [Order::Because, Order::ByTheClock, Order::NotPromised] {
        pairs(&mut lines, soaked, order);
    }
    let apart = apart(soaked);
    if !apart.is_empty() {
        lines.push("A line that was missing in a run, or said something else:".to_owned());
        lines.extend(apart);
    }
    lines.join("\n")
}

/// The pairs of one order that came the other way round.
fn pairs(lines: &mut Vec<String>, soaked: &Soaked, order: Order) {
    let of_order = |(_, pair): &(usize, &Pair)| pair.order == order;
    let flipped: Vec<(usize, &Pair)> = soaked
        .claims
        .pairs
        .iter()
        .enumerate()
        .filter(of_order)
        .filter(|(index, _)| soaked.tallies.values().any(|tally| tally.pairs[*index].flips > 0))
        .collect();
    if flipped.is_empty() {
        return;
    }
    let name = match order {
        Order::Because | Order::ByTheClock => show::failure(order.name()),
        Order::NotPromised => order.name().to_owned(),
    };
    lines.push(format!("{name}, and came the other way round:"));
    for (index, pair) in flipped.iter().take(MOST) {
        let text = |line: usize| tame(&soaked.claims.text(line));
        let times = |(flavor, tally): (_, &Tally)| {
            let Counted { of, flips, .. } = tally.pairs[*index];
            format!("{flips} of {of} on {flavor}")
        };
        let times: Vec<String> = soaked.tallies.iter().map(times).collect();
        let (earlier, later) = (text(pair.earlier), text(pair.later));
        lines.push(format!("  `{earlier}` before `{later}`: {}", times.join(", ")));
        if order != Order::NotPromised {
            let first =
                soaked.tallies.values().find_map(|tally| tally.pairs[*index].first.as_ref());
            lines.extend(
                first.map(|flip| indented(&indented(&instants(flip))).trim_end().to_owned()),
            );
        }
    }
    if flipped.len() > MOST {
        lines.push(format!("  … and {} more", count(flipped.len() - MOST, "pair")));
    }
}

fn instants(flip: &Flip) -> String {
    let (earlier, later) = (flip.earlier.as_secs_f64(), flip.later.as_secs_f64());
    let mut text = format!("once the second came at {later:.3} s, the first at {earlier:.3} s");
    if let Some(transcript) = &flip.transcript {
        text += &format!("\n{transcript}");
    }
    text
}

/// The lines that some run did not print as the reference did.
fn apart(soaked: &Soaked) -> Vec<String> {
    let mut lines = Vec::new();
    for line in 0..soaked.claims.lines() {
        let times = |(flavor, tally): (_, &Tally)| match tally.apart[line] {
            0 => None,
            times => Some(format!("{times} of {} on {flavor}", tally.runs)),
        };
        let times: Vec<String> = soaked.tallies.iter().filter_map(times).collect();
        if !times.is_empty() {
            let text = tame(&soaked.claims.text(line));
            lines.push(format!("  `{text}`: {}", times.join(", ")));
        }
    }
    let more = lines.len().saturating_sub(MOST);
    lines.truncate(MOST);
    if more > 0 {
        lines.push(format!("  … and {}", count(more, "more line")));
    }
    lines
}

fn summary(all: &[Soaked], unplayed: usize, took: Duration) -> String {
    let tallies = || all.iter().flat_map(|soaked| soaked.tallies.values());
    let runs: usize = tallies().map(|tally| tally.runs).sum();
    let failed: usize = tallies().map(|tally| tally.failed).sum();
    let flips = |order: Order| all.iter().map(|soaked| soaked.flips(order)).sum::<usize>();
    let mut because = Figures::default();
    all.iter().for_each(|soaked| because.add(soaked));
    let Figures { pairs, compared, untested, alike } = because;
    let held = match flips(Order::Because) {
        0 => show::success("none came the other way round"),
        flips => show::failure(format!("{flips} came the other way round")),
    };
    let mut lines = vec![format!(
        "{}, {}, {}: {} that are because were compared {}, {held}",
        count(all.len(), "program"),
        many(runs, "run"),
        show::about(took),
        many(pairs, "pair"),
        many(compared, "time"),
    )];
    if untested > 0 {
        lines.push(format!(
            "{} of them could not be compared: a line of theirs says something else in each run.",
            many(untested, "pair")
        ));
    }
    if alike > 0 {
        let alike = many(alike, "more such pair");
        lines.push(format!("{alike} could not be told apart: several lanes print the same words."));
    }
    for order in [Order::ByTheClock, Order::NotPromised] {
        let times = many(flips(order), "time");
        lines.push(format!("Pairs that are {order} came the other way round {times}."));
    }
    let left_out = all.iter().filter(|soaked| soaked.impossible.is_some()).count();
    if left_out > 0 {
        let programs = count(left_out, "program");
        lines
            .push(format!("{programs} ran on one flavour alone, for want of an end on the other."));
    }
    if failed > 0 {
        let runs = format!("{} came to trouble: see above.", many(failed, "run"));
        let is_failure = all.iter().any(|soaked| soaked.trouble.is_some());
        lines.push(if is_failure { show::failure(runs) } else { runs });
    }
    if unplayed > 0 {
        let programs = count(unplayed, "program");
        lines.push(show::failure(format!("{programs} could not be played: see above.")));
    }
    lines.join("\n") + "\n"
}

/// What became of the pairs that are *because*.
#[derive(Default)]
struct Figures {
    pairs: usize,
    compared: usize,
    untested: usize,
    alike: usize,
}

impl Figures {
    fn add(&mut self, soaked: &Soaked) {
        self.alike += soaked.claims.alike;
        for (index, pair) in soaked.claims.pairs.iter().enumerate() {
            if pair.order == Order::Because {
                let compared: usize = soaked.tallies.values().map(|t| t.pairs[index].of).sum();
                self.pairs += 1;
                self.compared += compared;
                self.untested += usize::from(compared == 0);
            }
        }
    }
}
