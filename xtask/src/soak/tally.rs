//! Counts how often the lines of a program came in another order than its reference run has them.

use std::time::Duration;

use playback::{Order, Recording};

use crate::soak::claims::{Claims, Pair};

/// What all runs of a program on one flavour came to.
#[derive(Debug)]
pub struct Tally {
    /// How many runs were counted.
    pub runs: usize,
    /// How many runs came to trouble, and are not among [`Tally::runs`].
    pub failed: usize,
    /// In how many runs each line of the reference was missing, or said something else.
    pub apart: Vec<usize>,
    /// For each pair of the claims, what came of it.
    pub pairs: Vec<Counted>,
}

/// What came of a pair.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    /// In how many runs both lines were printed.
    pub of: usize,
    /// In how many of these they came the other way round.
    pub flips: usize,
    /// The first of these runs.
    pub first: Option<Flip>,
}

/// A run in which two lines came the other way round.
#[derive(Clone, Debug)]
pub struct Flip {
    /// When the line was printed that comes first in the reference, on the program's clock.
    pub earlier: Duration,
    /// When the other one was.
    pub later: Duration,
    /// What the run printed, of a pair that could not have come the other way round.
    pub transcript: Option<String>,
}

impl Tally {
    /// No runs yet.
    pub fn of(claims: &Claims) -> Self {
        Self {
            runs: 0,
            failed: 0,
            apart: vec![0; claims.lines()],
            pairs: vec![Counted::default(); claims.pairs.len()],
        }
    }

    /// Counts one run. `claims` are those that the tally was made for.
    pub fn count(&mut self, claims: &Claims, run: &Recording) {
        self.runs += 1;
        let places = claims.places(run);
        for (place, apart) in places.iter().zip(&mut self.apart) {
            *apart += usize::from(place.is_none());
        }
        for (pair, counted) in claims.pairs.iter().zip(&mut self.pairs) {
            let (Some(earlier), Some(later)) = (places[pair.earlier], places[pair.later]) else {
                continue;
            };
            counted.of += 1;
            if later < earlier {
                counted.flips += 1;
                counted.first.get_or_insert_with(|| Flip::of(*pair, earlier, later, run));
            }
        }
    }

    /// How often pairs of this order came the other way round.
    pub fn flips(&self, claims: &Claims, order: Order) -> usize {
        let of_order = claims.pairs.iter().zip(&self.pairs).filter(|(pair, _)| pair.order == order);
        of_order.map(|(_, counted)| counted.flips).sum()
    }
}

impl Flip {
    fn of(pair: Pair, earlier: usize, later: usize, run: &Recording) -> Self {
        let at = |line: usize| Duration::from_micros(run.lines[line].at);
        let is_remarkable = pair.order == Order::Because;
        let transcript = is_remarkable.then(|| run.transcript());
        Self { earlier: at(earlier), later: at(later), transcript }
    }
}
