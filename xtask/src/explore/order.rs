//! For each two lines, whether their order ever flipped.

use std::collections::HashMap;

use serde::Serialize;

use super::ask::Found;

/// A line, whoever printed it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// Which of the lines that say so, from 1.
    pub occurrence: usize,
}

/// How two lines stood in all schedules of a mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// The first was always before the second.
    Kept,
    /// The first was never before the second.
    Reversed,
    /// Sometimes so, sometimes so.
    Flipped,
    /// No schedule printed both.
    Apart,
}

/// Two lines and how they stood.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Pair {
    /// The place of one among the lines.
    pub first: usize,
    /// The place of the other, which is greater.
    pub second: usize,
    /// With the delays.
    pub delays: Order,
    /// Without the clock.
    pub free: Order,
}

/// All lines of these modes: first those of the most frequent output of the first mode, in its
/// order.
pub fn lines(found: &[Found]) -> Vec<Line> {
    let mut known = HashMap::new();
    let mut lines = Vec::new();
    for output in found.iter().flat_map(|found| &found.outputs) {
        for line in of_output(&output.printed) {
            known.entry(line.clone()).or_insert_with(|| lines.push(line));
        }
    }
    lines
}

/// How each two of these lines stood, with the delays and without the clock.
pub fn pairs(lines: &[Line], delays: &Found, free: &Found) -> Vec<Pair> {
    let (delays, free) = (Seen::of(lines, delays), Seen::of(lines, free));
    let seconds = |first| first + 1..lines.len();
    (0..lines.len())
        .flat_map(|first| seconds(first).map(move |second| (first, second)))
        .map(|(first, second)| Pair {
            first,
            second,
            delays: delays.order(first, second),
            free: free.order(first, second),
        })
        .collect()
}

/// The lines of one output.
pub fn of_output(printed: &str) -> Vec<Line> {
    let mut counts = HashMap::new();
    let line = |text: &str| {
        let occurrence = counts.entry(text.to_owned()).or_insert(0);
        *occurrence += 1;
        Line { text: text.to_owned(), occurrence: *occurrence }
    };
    printed.lines().map(line).collect()
}

/// Who was seen before whom.
struct Seen {
    before: Vec<bool>,
    lines: usize,
}

impl Seen {
    fn of(lines: &[Line], found: &Found) -> Self {
        let places: HashMap<&Line, usize> =
            lines.iter().enumerate().map(|(place, line)| (line, place)).collect();
        let mut before = vec![false; lines.len() * lines.len()];
        for output in &found.outputs {
            let places: Vec<usize> = of_output(&output.printed)
                .iter()
                .filter_map(|line| places.get(line).copied())
                .collect();
            for (at, first) in places.iter().enumerate() {
                for second in &places[at + 1..] {
                    before[first * lines.len() + second] = true;
                }
            }
        }
        Self { before, lines: lines.len() }
    }

    fn order(&self, first: usize, second: usize) -> Order {
        let before = |a: usize, b: usize| self.before[a * self.lines + b];
        match (before(first, second), before(second, first)) {
            (true, false) => Order::Kept,
            (false, true) => Order::Reversed,
            (true, true) => Order::Flipped,
            (false, false) => Order::Apart,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ask::{Ending, Found, Output};
    use super::{Line, Order, lines, pairs};

    fn found(texts: &[&str]) -> Found {
        let output = |text: &&str| Output {
            printed: text.replace(' ', "\n") + "\n",
            ending: Ending::Returned,
            message: None,
            schedules: 1,
            replay: String::new(),
        };
        let outputs = texts.iter().map(output).collect();
        Found {
            mode: String::new(),
            schedules: 1,
            complete: true,
            repeats: true,
            over_budget: false,
            outputs,
            trace: Vec::new(),
        }
    }

    #[test]
    fn lines_are_told_apart_by_their_number() {
        let line = |text: &str, occurrence| Line { text: text.to_owned(), occurrence };
        assert_eq!(lines(&[found(&["a b a"])]), [line("a", 1), line("b", 1), line("a", 2)]);
    }

    #[test]
    fn a_pair_keeps_its_order_or_does_not() {
        let (delays, free) = (found(&["a b c", "b a c"]), found(&["b a", "c d"]));
        let lines = lines(&[delays.clone(), free.clone()]);
        let orders: Vec<_> =
            pairs(&lines, &delays, &free).iter().map(|pair| (pair.delays, pair.free)).collect();
        assert_eq!(
            orders,
            [
                (Order::Flipped, Order::Reversed), // a, b
                (Order::Kept, Order::Apart),       // a, c
                (Order::Apart, Order::Apart),      // a, d
                (Order::Kept, Order::Apart),       // b, c
                (Order::Apart, Order::Apart),      // b, d
                (Order::Apart, Order::Kept),       // c, d
            ]
        );
    }
}
