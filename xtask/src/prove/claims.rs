//! What a recording claims of the order of its lines, held against all schedules that were tried.

use std::collections::{HashMap, HashSet};

use playback::{Order, Recording};

use crate::explore::{self, Found, Line, Output};

/// Two lines of a recording, what it says of their order, and how they stood in the schedules.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The index of the earlier line.
    pub earlier: usize,
    /// The index of the later one.
    pub later: usize,
    /// Why the later one comes after the earlier one.
    pub claim: Order,
    /// How they stood with the delays.
    pub delays: explore::Order,
    /// How they stood without the clock.
    pub free: explore::Order,
}

impl Pair {
    /// Whether the schedules keep what is claimed: *because* in both modes, *by the clock* with the
    /// delays.
    pub fn holds(&self) -> bool {
        let is_kept = |order| !matches!(order, explore::Order::Flipped | explore::Order::Reversed);
        match self.claim {
            Order::Because => is_kept(self.delays) && is_kept(self.free),
            Order::ByTheClock => is_kept(self.delays),
            Order::NotPromised => true,
        }
    }

    /// Whether no schedule has broken an order that the recording does not vouch for.
    pub fn is_unclaimed(&self) -> bool {
        self.claim != Order::Because && self.free == explore::Order::Kept
    }
}

/// Every two lines of a recording.
#[derive(Debug)]
pub struct Claims {
    /// The lines, as schedules know them.
    pub lines: Vec<Line>,
    /// Each two that can be told from others.
    pub pairs: Vec<Pair>,
    /// How many of them are *because*, and of two lanes.
    pub across: usize,
    /// How many cannot: several lanes print the same text, and a schedule knows a line by its text.
    pub ambiguous: usize,
}

impl Claims {
    /// What the recording claims, held against the schedules with the delays and without the clock.
    pub fn held(recording: &Recording, delays: &Found, free: &Found) -> Self {
        let orders = recording.orders();
        Self::with(recording, delays, free, |earlier, later| orders.between(earlier, later))
    }

    /// The same for the claims that `claim` makes of two lines, the earlier before the later.
    pub fn with(
        recording: &Recording,
        delays: &Found,
        free: &Found,
        claim: impl Fn(usize, usize) -> Order,
    ) -> Self {
        let lines = lines(recording);
        let ambiguous = ambiguous(recording);
        let is_clear = |index: usize| !ambiguous.contains(lines[index].text.as_str());
        let (clear, unclear): (Vec<_>, Vec<_>) = explore::pairs(&lines, delays, free)
            .into_iter()
            .partition(|pair| is_clear(pair.first) && is_clear(pair.second));
        let held = |pair: explore::Pair| Pair {
            earlier: pair.first,
            later: pair.second,
            claim: claim(pair.first, pair.second),
            delays: pair.delays,
            free: pair.free,
        };
        let pairs: Vec<Pair> = clear.into_iter().map(held).collect();
        let lane = |line: usize| recording.lines[line].lane;
        let is_across =
            |pair: &&Pair| pair.claim == Order::Because && lane(pair.earlier) != lane(pair.later);
        let across = pairs.iter().filter(is_across).count();
        Self { lines, pairs, across, ambiguous: unclear.len() }
    }

    /// The pairs that some schedule has broken.
    pub fn broken(&self) -> impl Iterator<Item = &Pair> {
        self.pairs.iter().filter(|pair| !pair.holds())
    }

    /// How many pairs are claimed so.
    pub fn number(&self, claim: Order) -> usize {
        self.pairs.iter().filter(|pair| pair.claim == claim).count()
    }
}

/// The schedule in which a broken pair's later line comes first.
pub fn flip<'a>(lines: &[Line], pair: &Pair, found: &'a [Found]) -> Option<&'a Output> {
    let is_meant = |found: &&Found| pair.claim == Order::Because || !found.mode.ends_with("free");
    let outputs = found.iter().filter(is_meant).flat_map(|found| &found.outputs);
    outputs.into_iter().find(|output| {
        let printed = explore::of_output(&output.printed);
        let place = |line: usize| printed.iter().position(|known| *known == lines[line]);
        matches!((place(pair.earlier), place(pair.later)), (Some(first), Some(second)) if second < first)
    })
}

/// A recording's lines, each with its number among those of the same text.
fn lines(recording: &Recording) -> Vec<Line> {
    let texts = recording.lines.iter().map(|line| String::from_utf8_lossy(&line.text));
    let printed: Vec<String> = texts.map(|text| text.into_owned() + "\n").collect();
    explore::of_output(&printed.concat())
}

/// The texts that several lanes print: which lane's is the first can differ from schedule to schedule.
fn ambiguous(recording: &Recording) -> HashSet<String> {
    let mut lanes: HashMap<String, HashSet<Option<records::LaneId>>> = HashMap::new();
    for line in &recording.lines {
        let text = String::from_utf8_lossy(&line.text).into_owned();
        lanes.entry(text).or_default().insert(line.lane);
    }
    lanes.retain(|_, lanes| lanes.len() > 1);
    lanes.into_keys().collect()
}
