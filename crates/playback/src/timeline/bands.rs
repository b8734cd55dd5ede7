//! The instants of a run: the stretches of steps between which the clock moves.

use serde::Serialize;

use crate::steps::{Step, What};

/// The steps of one instant; on the real clock, of a stretch in which nothing takes long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Band {
    /// Microseconds on the program's clock at its first step.
    pub at: u64,
    /// The same at its last step; on the virtual clock no later.
    pub until: u64,
    /// Its first step.
    pub first: usize,
    /// Its last step.
    pub last: usize,
}

/// The instants of these steps, in order. The steps that say that time passes belong to none.
pub fn bands(steps: &[Step]) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    let mut is_open = false;
    for (number, step) in steps.iter().enumerate() {
        match (&step.what, bands.last_mut().filter(|_| is_open)) {
            (What::TimePasses(_), _) => is_open = false,
            (_, Some(band)) => (band.until, band.last) = (step.at, number),
            (_, None) => {
                bands.push(Band { at: step.at, until: step.at, first: number, last: number });
                is_open = true;
            }
        }
    }
    bands
}
