//! What a program's reference run says about the order of its lines, and which line of another run
//! is which of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use playback::{Order, Recording};

/// The lines of a reference run and what is claimed of their order.
///
/// A line is known by its text and by how often that text was printed before.
#[derive(Debug)]
pub struct Claims {
    lines: Vec<Key>,
    /// How often each text is printed.
    printed: HashMap<Vec<u8>, usize>,
    /// The pairs that are held against other runs.
    pub pairs: Vec<Pair>,
    /// How many *because* pairs are not held against other runs: several lanes print the same words,
    /// and no run tells which of them is which.
    pub alike: usize,
}

/// Two lines of the reference run, by their index, and why the one comes after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The index of the line that comes first.
    pub earlier: usize,
    /// The index of the other one.
    pub later: usize,
    /// Why they come in this order.
    pub order: Order,
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Key {
    text: Vec<u8>,
    /// From 0.
    occurrence: usize,
}

impl Claims {
    /// What this run says: all pairs of lines that are *because*, and of the others those that
    /// follow each other.
    pub fn of(reference: &Recording) -> Self {
        let orders = reference.orders();
        let shared = shared(reference);
        let is_told_apart = |line: usize| !shared.contains(&reference.lines[line].text);
        let mut pairs = Vec::new();
        let mut alike = 0;
        for later in 0..reference.lines.len() {
            for earlier in 0..later {
                let order = orders.between(earlier, later);
                let is_held = is_told_apart(earlier) && is_told_apart(later);
                match order {
                    Order::Because if !is_held => alike += 1,
                    Order::ByTheClock | Order::NotPromised if earlier + 1 < later => {}
                    _ => pairs.push(Pair { earlier, later, order }),
                }
            }
        }
        let lines = keys(reference);
        Self { printed: counted(&lines), lines, pairs, alike }
    }

    /// How many lines the reference run has.
    pub fn lines(&self) -> usize {
        self.lines.len()
    }

    /// The text of a line of the reference run.
    pub fn text(&self, line: usize) -> String {
        String::from_utf8_lossy(&self.lines[line].text).into_owned()
    }

    /// For each line of the reference run its index among those of another run.
    ///
    /// None if that run lacks it, or says the same more or less often: there it cannot be told which
    /// of them is which.
    pub fn places(&self, run: &Recording) -> Vec<Option<usize>> {
        let keys = keys(run);
        let printed = counted(&keys);
        let places: HashMap<Key, usize> =
            keys.into_iter().enumerate().map(|(place, key)| (key, place)).collect();
        let is_as_often = |text: &Vec<u8>| printed.get(text) == self.printed.get(text);
        let place = |key: &Key| places.get(key).copied().filter(|_| is_as_often(&key.text));
        self.lines.iter().map(place).collect()
    }
}

fn keys(run: &Recording) -> Vec<Key> {
    let mut seen: HashMap<&[u8], usize> = HashMap::new();
    let mut keys = Vec::with_capacity(run.lines.len());
    for line in &run.lines {
        let before = seen.entry(&line.text).or_default();
        keys.push(Key { text: line.text.clone(), occurrence: *before });
        *before += 1;
    }
    keys
}

fn counted(keys: &[Key]) -> HashMap<Vec<u8>, usize> {
    let mut counts = HashMap::new();
    for key in keys {
        *counts.entry(key.text.clone()).or_default() += 1;
    }
    counts
}

/// The texts that several lanes print, or that what runs outside the runtime prints twice: that may
/// be several threads.
fn shared(run: &Recording) -> HashSet<Vec<u8>> {
    let mut printers: BTreeMap<&[u8], Vec<Option<records::LaneId>>> = BTreeMap::new();
    for line in &run.lines {
        printers.entry(&line.text).or_default().push(line.lane);
    }
    printers
        .into_iter()
        .filter(|(_, lanes)| {
            let several = lanes.iter().any(|lane| *lane != lanes[0]);
            several || lanes.len() > 1 && lanes[0].is_none()
        })
        .map(|(text, _)| text.to_vec())
        .collect()
}
