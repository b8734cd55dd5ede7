//! Which stretches of steps a drawing leaves out.

use std::ops::Range;

use crate::steps::Step;

use super::fold::{Column, is_loud, thousands};

/// How many stretches are told one by one.
const MOST: usize = 4;

/// The columns of these steps, no more than `limit`, which is at least three.
pub(super) fn columns(steps: &[Step], limit: usize) -> Vec<Column> {
    if steps.len() <= limit {
        return (0..steps.len()).map(Column::Step).collect();
    }
    let mut gaps = between_loud(steps);
    let (mut left, mut out) = (steps.len(), 0);
    for gap in &gaps {
        left -= gap.len();
        out += 1;
    }
    if gaps.is_empty() || left + out > limit {
        // The beginning says more than the end.
        let tail = limit / 3;
        gaps.clear();
        gaps.push(limit - 1 - tail..steps.len() - tail);
    } else {
        fill(&mut gaps, limit - left - out);
    }
    let mut columns = Vec::with_capacity(limit);
    let mut next = 0;
    for gap in gaps {
        columns.extend((next..gap.start).map(Column::Step));
        next = gap.end;
        columns.push(Column::Gap(gap));
    }
    columns.extend((next..steps.len()).map(Column::Step));
    columns
}

/// The stretches without a step that a reader wants to see or that stands beside one. The first step
/// and the last are in none.
fn between_loud(steps: &[Step]) -> Vec<Range<usize>> {
    let last = steps.len() - 1;
    let is_kept = |step: usize| {
        let beside = step.saturating_sub(1)..=(step + 1).min(last);
        step == 0 || step == last || steps[beside].iter().any(is_loud)
    };
    let mut gaps: Vec<Range<usize>> = Vec::new();
    for step in (0..steps.len()).filter(|step| !is_kept(*step)) {
        match gaps.last_mut() {
            Some(gap) if gap.end == step => gap.end += 1,
            _ => gaps.push(step..step + 1),
        }
    }
    // A gap takes a column as a step does.
    gaps.retain(|gap| gap.len() > 1);
    gaps
}

/// Draws as much of the gaps as there is room for: the short ones whole, then the beginning of the
/// next.
fn fill(gaps: &mut Vec<Range<usize>>, mut room: usize) {
    let mut shortest: Vec<Range<usize>> = gaps.clone();
    shortest.sort_by_key(|gap| (gap.len(), gap.start));
    for gap in shortest {
        let cost = gap.len() - 1;
        if cost <= room {
            room -= cost;
            gaps.retain(|known| *known != gap);
        } else if let Some(known) = gaps.iter_mut().find(|known| **known == gap) {
            known.start += room;
            break;
        }
    }
}

/// What was left out, in words.
pub(super) fn note<'a>(
    gaps: impl Iterator<Item = &'a Range<usize>>,
    steps: usize,
) -> Option<String> {
    let one = |gap: &Range<usize>| match gap.len() {
        1 => thousands(gap.end),
        _ => format!("{} to {}", thousands(gap.start + 1), thousands(gap.end)),
    };
    let mut left_out = 0;
    let ranges: Vec<String> = gaps.inspect(|gap| left_out += gap.len()).map(one).collect();
    let of = thousands(steps);
    if ranges.len() > MOST {
        return Some(format!(
            "{} of {of} steps are left out, in {} stretches.",
            thousands(left_out),
            ranges.len()
        ));
    }
    match ranges.as_slice() {
        [] => None,
        [last] => Some(format!("Steps {last} of {of} are left out.")),
        [all @ .., last] => {
            Some(format!("Steps {} and {last} of {of} are left out.", all.join(", ")))
        }
    }
}
