//! Measures a load: all contenders by turns, round after round, for one N after the other.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

use crate::bench::conditions::available_memory;
use crate::bench::contenders::Contender;
use crate::bench::kept::{Figures, Size};
use crate::bench::loads::{Load, Needs};
use crate::bench::rig::{Rig, Said};
use crate::bench::spread::time;
use crate::show::{count, grouped};

/// How much is measured.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Whether it is to be over soon.
    pub quick: bool,
}

impl Effort {
    /// How many rounds.
    pub fn rounds(self) -> usize {
        if self.quick { 3 } else { 9 }
    }

    /// For how long a program does its work again and again.
    fn milliseconds(self) -> u64 {
        if self.quick { 50 } else { 300 }
    }

    /// How long a program's work may take once, as far as one can know before, in nanoseconds.
    fn longest(self) -> f64 {
        if self.quick { 3e9 } else { 60e9 }
    }
}

/// A round that would take longer, in nanoseconds, is made a few times only.
const LONG_ROUND: f64 = 15e9;

/// How many times that is.
const FEW: usize = 3;

/// How often a pause is doubled before it is given up.
const DOUBLED: usize = 6;

/// The figures of each N, and what was left out.
pub fn measure(rig: &Rig, load: &Load, effort: Effort) -> Result<(Vec<Size>, Vec<String>)> {
    let (mut sizes, mut left_out) = (Vec::<Size>::new(), Vec::new());
    let mut playing = Contender::ALL.to_vec();
    playing.retain(|contender| match rig.lacks(*contender, load) {
        Some(why) => {
            left_out.push(format!("{contender}: {why}."));
            false
        }
        None => true,
    });
    let needs_server = matches!(load.needs, Needs::Server | Needs::ServerAndAiohttp);
    let server = if needs_server { Some(rig.server()?) } else { None };
    for &n in load.sizes(effort.quick) {
        let known = sizes.last();
        let forecasts: BTreeMap<Contender, Forecast> = playing
            .iter()
            .map(|contender| (*contender, Forecast::of(known, *contender, load, n)))
            .collect();
        let available = available_memory();
        playing.retain(|contender| match forecasts[contender].why_not(available, effort) {
            Some(why) => {
                left_out.push(format!("{contender} at N = {}: {why}.", grouped(n)));
                false
            }
            None => true,
        });
        if playing.is_empty() {
            break;
        }
        let slowest = playing.iter().map(|who| forecasts[who].cpu).fold(0.0, f64::max);
        let mut extra = match (&server, load.sleeps()) {
            (Some(server), _) => server.port,
            (None, true) => 200 + (2.0 * slowest / 1e6) as u64,
            (None, false) => 0,
        };
        let asleep = if load.sleeps() { 1e6 * extra as f64 } else { 0.0 };
        let round: f64 = playing.iter().map(|who| forecasts[who].cpu + asleep).sum();
        let mut rounds = effort.rounds();
        if round > LONG_ROUND && rounds > FEW {
            left_out.push(format!(
                "At N = {}, all but {FEW} rounds: a round takes about {}.",
                grouped(n),
                time(round)
            ));
            rounds = FEW;
        }
        eprintln!("{}, N = {}: {}", load.name, grouped(n), count(rounds, "round"));
        let mut figures = BTreeMap::<Contender, Figures>::new();
        for round in 0..rounds {
            // Each is the first at times.
            for place in 0..playing.len() {
                let who = playing[(place + round) % playing.len()];
                let said = patiently(rig, who, load, n, effort, &mut extra)?;
                figures.entry(who).or_default().add(load, n, said);
            }
        }
        sizes.push(Size { n, figures });
    }
    Ok((sizes, left_out))
}

/// Has a contender do its work, with a longer pause if this one was too short.
fn patiently(
    rig: &Rig,
    who: Contender,
    load: &Load,
    n: u64,
    effort: Effort,
    extra: &mut u64,
) -> Result<Said> {
    let milliseconds = if load.sleeps() { 0 } else { effort.milliseconds() };
    for _ in 0..=DOUBLED {
        if let Some(said) = rig.run(who, load, n, milliseconds, *extra)? {
            return Ok(said);
        }
        *extra *= 2;
    }
    bail!("{} on {who}, N = {n}: they never sleep all at once, not in {extra} ms", load.name)
}

impl Figures {
    fn add(&mut self, load: &Load, n: u64, said: Said) {
        let units = said.times * n as f64 * load.units_each as f64;
        self.wall.push(tenths(said.wall / units));
        self.cpu.push(tenths(said.cpu / units));
        if load.sleeps() && said.bytes > 0.0 {
            self.bytes.push(tenths(said.bytes / units));
        }
    }
}

fn tenths(number: f64) -> f64 {
    (10.0 * number).round() / 10.0
}

/// What a contender's work is expected to take, from what it took at the N before.
#[derive(Clone, Copy, Debug, Default)]
struct Forecast {
    /// Nanoseconds of processor time.
    cpu: f64,
    /// Bytes of memory.
    bytes: f64,
}

impl Forecast {
    fn of(known: Option<&Size>, contender: Contender, load: &Load, n: u64) -> Self {
        let Some(figures) = known.and_then(|size| size.figures.get(&contender)) else {
            return Self::default();
        };
        let most = |figures: &[f64]| figures.iter().copied().fold(0.0, f64::max);
        let n = n as f64;
        let cpu = most(&figures.cpu) * n * load.units_each as f64;
        Self { cpu, bytes: most(&figures.bytes) * n }
    }

    /// Why it is better left undone. Half of the memory that is there is left to others: nothing swaps.
    fn why_not(self, available: Option<u64>, effort: Effort) -> Option<String> {
        let available = available.map(|bytes| bytes as f64);
        if let Some(available) = available.filter(|available| self.bytes > available / 2.0) {
            let gigabytes = |bytes: f64| format!("{:.1} GB", bytes / 1e9);
            let (wanted, there) = (gigabytes(self.bytes), gigabytes(available));
            return Some(format!("it would take about {wanted} of the {there} that are free"));
        }
        let about = time(self.cpu);
        (self.cpu > effort.longest()).then(|| format!("it would take about {about} each time"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Effort, Forecast};

    #[test]
    fn what_would_swap_is_left_out() {
        let effort = Effort { quick: true };
        let small = Forecast { cpu: 1e9, bytes: 4e9 };
        assert_eq!(small.why_not(Some(10_000_000_000), effort), None);
        let large = Forecast { bytes: 6e9, ..small };
        let why = large.why_not(Some(10_000_000_000), effort).expect("it is too large");
        assert_eq!(why, "it would take about 6.0 GB of the 10.0 GB that are free");
        let slow = Forecast { cpu: 5e9, ..small };
        assert!(slow.why_not(Some(10_000_000_000), effort).is_some());
    }
}
