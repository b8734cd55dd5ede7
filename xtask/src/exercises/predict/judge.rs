//! Holds a prediction against the key.

use super::key::{Key, Tie};
use super::text::{Predicted, Prediction};
use super::words::{self, Two};
use crate::exercises::verdict::{Name, Verdict};

/// Judges a prediction.
pub fn judge(key: &Key, prediction: &Prediction) -> Verdict {
    if prediction.lines.is_empty() {
        let why =
            "exercise.txt has no line of the program: nothing is checked, and nothing passes.";
        return Verdict::new(Name::Emptied, why, "");
    }
    let places = match places(key, prediction) {
        Ok(places) => places,
        Err(verdict) => return verdict,
    };
    let case = Case { key, lines: &prediction.lines, places: &places };
    let fault = case.wrong_order().or_else(|| case.wrong_mark());
    fault.unwrap_or_else(|| case.right())
}

/// For each line of a prediction, its place in the key.
fn places(key: &Key, prediction: &Prediction) -> Result<Vec<usize>, Verdict> {
    let mut places = Vec::new();
    for line in &prediction.lines {
        match key.lines.iter().position(|known| known.text == line.text) {
            Some(place) if places.contains(&place) => return Err(words::twice(line)),
            Some(place) => places.push(place),
            None => return Err(words::unknown(key, line)),
        }
    }
    let missing = |(place, _): &(usize, _)| !places.contains(place);
    match key.lines.iter().enumerate().find(missing) {
        Some((_, line)) => Err(words::missing(key, line, prediction.lines.len())),
        None => Ok(places),
    }
}

/// A prediction that has the program's lines, each once.
struct Case<'a> {
    key: &'a Key,
    lines: &'a [Predicted],
    /// For each line, its place in the key.
    places: &'a [usize],
}

impl Case<'_> {
    /// Two lines that stand the other way round, the upper one first: of those that stand closest to
    /// each other the topmost.
    fn wrong_order(&self) -> Option<Verdict> {
        let end = self.lines.len();
        let pairs = (1..end).flat_map(|apart| (0..end - apart).map(move |at| (at, at + apart)));
        let mut swapped = pairs.filter(|(upper, lower)| {
            let (after, is_in_order) = self.between(*upper, *lower);
            !is_in_order && after != Tie::NotPromised
        });
        // What is promised says more than what was never seen.
        let (upper, lower) = {
            let first = swapped.next()?;
            let is_promised = |pair: &(usize, usize)| self.between(pair.0, pair.1).0.is_promised();
            if is_promised(&first) { first } else { swapped.find(is_promised).unwrap_or(first) }
        };
        Some(words::wrong_order(&self.two(upper, lower)))
    }

    /// The first two neighbours of which the learner says something else than the key.
    fn wrong_mark(&self) -> Option<Verdict> {
        (1..self.lines.len()).find_map(|lower| {
            let (order, _) = self.between(lower - 1, lower);
            match (order, self.lines[lower].is_luck) {
                (Tie::NotPromised, false) => {
                    Some(words::luck_not_marked(&self.two(lower - 1, lower)))
                }
                (Tie::Because | Tie::ByTheClock, true) => {
                    Some(words::promised_after_all(&self.two(lower - 1, lower)))
                }
                _ => None,
            }
        })
    }

    fn right(&self) -> Verdict {
        let two = |lower: usize| self.two(lower - 1, lower);
        let mut lowers = 1..self.lines.len();
        let is_unsaid = |lower: &usize| {
            let (order, _) = self.between(lower - 1, *lower);
            order == Tie::NeverOtherwise && !self.lines[*lower].is_luck
        };
        let is_swapped = |lower: &usize| !self.between(lower - 1, *lower).1;
        let beside = words::Beside {
            is_marked: self.lines.iter().skip(1).any(|line| line.is_luck),
            unsaid: lowers.clone().find(is_unsaid).map(two),
            swapped: lowers.find(is_swapped).map(two),
            marks_the_first: self.lines[0].is_luck,
        };
        words::right(self.key, &beside)
    }

    fn between(&self, upper: usize, lower: usize) -> (Tie, bool) {
        let (after, is_in_order) = self.key.between(self.places[upper], self.places[lower]);
        (after.order, is_in_order)
    }

    fn two(&self, upper: usize, lower: usize) -> Two<'_> {
        Two {
            key: self.key,
            upper: self.places[upper],
            lower: self.places[lower],
            number: self.lines[lower].number,
        }
    }
}
