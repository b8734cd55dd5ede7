//! Where each step stands from left to right.

use std::ops::Range;

use records::How;

use crate::Recording;
use crate::steps::{Step, What};
use crate::timeline::fold::{Column, Folded};

use super::text::Font;

/// How wide a step is.
const STEP: f64 = 20.0;
/// How narrow a step may be.
const NARROW: u32 = 13;
/// How wide a drawing may be that a page shows without scrolling.
const ROOM: f64 = 870.0;
/// How wide the sign of an end or a panic is.
const SIGN: f64 = 19.0;
/// How wide the gap is over which the clock jumps.
pub const JUMP: f64 = 36.0;
/// How far from the middle of that gap the bands beside it end, and what is written in them.
pub const TORN: f64 = 4.0;

/// The columns of a drawing.
#[derive(Debug)]
pub struct Axis {
    /// The columns, from the left.
    pub slots: Vec<Slot>,
    /// The instants.
    pub bands: Vec<Band>,
    /// Where the last column ends.
    pub end: f64,
}

/// A column.
#[derive(Debug)]
pub struct Slot {
    /// Where it begins.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
    /// What it holds.
    pub holds: Holds,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The step at this place.
    Step(usize),
    /// The step at this place, at which the clock moves.
    Jump(usize),
    /// Steps that are left out.
    LeftOut(Range<usize>),
}

/// Columns at one instant.
#[derive(Debug)]
pub struct Band {
    /// Where it begins.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
    /// Where its first column begins.
    pub first: f64,
    /// The instant.
    pub title: String,
}

impl Slot {
    /// The middle of the column.
    pub fn middle(&self) -> f64 {
        self.x + self.width / 2.0
    }
}

impl Axis {
    /// The axis of what is drawn of a run, from `left` on. What has room with narrower steps alone has
    /// these.
    pub fn new(recording: &Recording, steps: &[Step], folded: &Folded, left: f64) -> Self {
        let of = |step: f64| Self::of(recording, steps, folded, (left, step));
        let wide = of(STEP);
        if wide.end <= ROOM || of(NARROW.into()).end > ROOM {
            return wide;
        }
        let mut narrower = (NARROW..STEP as u32).rev().map(|step| of(step.into()));
        narrower.find(|axis| axis.end <= ROOM).unwrap_or(wide)
    }

    /// The axis with steps of this width.
    fn of(
        recording: &Recording,
        steps: &[Step],
        folded: &Folded,
        (left, step): (f64, f64),
    ) -> Self {
        let mut axis = Self { slots: Vec::new(), bands: Vec::new(), end: left };
        let mut open: Option<Band> = None;
        let mut told = None;
        for column in &folded.columns {
            let holds = match column {
                Column::Gap(range) => Holds::LeftOut(range.clone()),
                Column::Step(step) if matches!(steps[*step].what, What::TimePasses(_)) => {
                    Holds::Jump(*step)
                }
                Column::Step(step) => Holds::Step(*step),
            };
            if let Holds::Step(step) = &holds {
                let at = steps[*step].at;
                open.get_or_insert_with(|| Band {
                    x: axis.end,
                    width: 0.0,
                    first: axis.end,
                    title: if told == Some(at) { String::new() } else { recording.instant(at) },
                });
                told = Some(at);
            } else {
                axis.close(open.take());
            }
            let width = width(&holds, steps, step);
            axis.slots.push(Slot { x: axis.end, width, holds });
            axis.end += width;
        }
        axis.close(open);
        axis.reach_the_tears();
        axis
    }

    /// Ends a band, which is wide enough for its title.
    fn close(&mut self, band: Option<Band>) {
        if let Some(mut band) = band {
            let title = Font::WORDS.width(&band.title) + 6.0;
            band.width = (self.end - band.x).max(title);
            self.end = band.x + band.width;
            self.bands.push(band);
        }
    }

    /// A band beside a gap over which the clock jumps goes on to the tear.
    fn reach_the_tears(&mut self) {
        let reach = JUMP / 2.0 - TORN;
        for slot in self.slots.iter().filter(|slot| matches!(slot.holds, Holds::Jump(_))) {
            let (from, to) = (slot.x, slot.x + slot.width);
            for band in &mut self.bands {
                if band.x + band.width == from {
                    band.width += reach;
                } else if band.x == to {
                    band.x -= reach;
                    band.width += reach;
                }
            }
        }
    }

    /// Where the column at this place begins, or where the last one ends.
    pub fn x(&self, slot: usize) -> f64 {
        self.slots.get(slot).map_or(self.end, |slot| slot.x)
    }

    /// For each step where it ends.
    pub fn ends(&self, steps: usize) -> Vec<f64> {
        let mut ends = vec![self.end; steps];
        for (place, slot) in self.slots.iter().enumerate() {
            let range = match &slot.holds {
                Holds::Step(step) | Holds::Jump(step) => *step..*step + 1,
                Holds::LeftOut(range) => range.clone(),
            };
            ends[range].fill(self.x(place + 1));
        }
        ends
    }
}

fn width(holds: &Holds, steps: &[Step], step: f64) -> f64 {
    match holds {
        Holds::Jump(_) => JUMP,
        Holds::LeftOut(range) => (Font::WORDS.width(&left_out(range)) + 14.0).max(JUMP).ceil(),
        Holds::Step(place) => match steps[*place].what {
            What::Prints(line) => (disc(line) + 4.0).max(step).ceil(),
            What::Panics { .. } | What::Ends(How::Panicked) => step.max(SIGN),
            _ => step,
        },
    }
}

/// How wide the disc with the number of a printed line is.
pub fn disc(line: usize) -> f64 {
    (Font::NUMBER.width(&(line + 1).to_string()) + 4.0).max(16.0)
}

/// What stands above a column of steps that are left out: their numbers.
pub fn left_out(steps: &Range<usize>) -> String {
    match steps.len() {
        1 => format!("step {}", steps.end),
        _ => format!("steps {}–{}", steps.start + 1, steps.end),
    }
}
