//! What a drawing leaves out when a run is too large for it: lanes that are called the same share a
//! row, and stretches in which nothing is printed go.

use std::collections::HashMap;
use std::ops::Range;

use records::LaneId;

use crate::recording::Recording;
use crate::steps::{State, Step, What};

use super::quiet;

/// How much a drawing can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many rows.
    pub lanes: usize,
    /// How many columns.
    pub steps: usize,
}

/// What is drawn of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// The rows, from the top.
    pub rows: Vec<Row>,
    /// The columns, from the left; together they cover each step once, in order.
    pub columns: Vec<Column>,
    /// What was folded, a sentence each; none if everything is drawn.
    pub notes: Vec<String>,
    row_of: HashMap<LaneId, usize>,
}

/// A row: a lane, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The lane's name; of several `fetch_data ×97`, or `others ×5`.
    pub name: String,
    /// The lanes, in the order in which they appeared; never none.
    pub lanes: Vec<LaneId>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// The step at this place.
    Step(usize),
    /// The steps at these places are left out; never none.
    Gap(Range<usize>),
}

impl Limits {
    /// For a picture at 1:1.
    pub const PICTURE: Self = Self { lanes: 12, steps: 80 };
    /// For a terminal.
    pub const TERMINAL: Self = Self { lanes: 24, steps: 160 };
}

impl Folded {
    /// The row of a lane.
    pub fn row(&self, lane: LaneId) -> Option<usize> {
        self.row_of.get(&lane).copied()
    }

    /// Whether everything is drawn.
    pub fn is_whole(&self) -> bool {
        self.notes.is_empty()
    }

    /// For each column, the state of each row after it: of several lanes the liveliest, so that a row
    /// is running if any of its lanes is, and over when all are. None before its first lane appears.
    pub fn states(&self, steps: &[Step]) -> Vec<Vec<Option<State>>> {
        let mut lanes: HashMap<LaneId, State> = HashMap::new();
        let mut counts = vec![[0_usize; LIVELY.len()]; self.rows.len()];
        let mut states = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            for step in &steps[column.steps()] {
                let Some((lane, state)) = step.change() else { continue };
                let Some(row) = self.row(lane) else { continue };
                if let Some(before) = lanes.insert(lane, state) {
                    counts[row][place(before)] -= 1;
                }
                counts[row][place(state)] += 1;
            }
            let liveliest =
                |count: &[usize; LIVELY.len()]| count.iter().position(|lanes| *lanes > 0);
            states.push(counts.iter().map(|row| liveliest(row).map(|at| LIVELY[at])).collect());
        }
        states
    }
}

impl Column {
    /// The places of its steps.
    pub fn steps(&self) -> Range<usize> {
        match self {
            Self::Step(step) => *step..*step + 1,
            Self::Gap(steps) => steps.clone(),
        }
    }
}

/// The states, the liveliest first.
const LIVELY: [State; 6] = [
    State::Running,
    State::Queued,
    State::Suspended,
    State::Panicked,
    State::Cancelled,
    State::Done,
];

fn place(state: State) -> usize {
    LIVELY.iter().position(|known| *known == state).unwrap_or(0)
}

/// What is drawn of a run so that it keeps to the limits. `steps` are [`Recording::steps`].
///
/// Lanes that are called the same share a row, the largest such group first, until there are few
/// enough rows; if that is not enough, the last rows share one. Steps at which something is printed,
/// panics, is cancelled or is stuck stay, with as many others as there is room for; if these alone are
/// too many, the beginning and the end stay.
pub fn fold(recording: &Recording, steps: &[Step], limits: Limits) -> Folded {
    let mut notes = Vec::new();
    let rows = rows(recording, limits.lanes.max(2), &mut notes);
    let columns = quiet::columns(steps, limits.steps.max(3));
    let gaps = columns.iter().filter_map(|column| match column {
        Column::Gap(steps) => Some(steps),
        Column::Step(_) => None,
    });
    notes.extend(quiet::note(gaps, steps.len()));
    let of_row = |(row, lanes): (usize, &Row)| {
        lanes.lanes.iter().map(|lane| (*lane, row)).collect::<Vec<_>>()
    };
    let row_of = rows.iter().enumerate().flat_map(of_row).collect();
    Folded { rows, columns, notes, row_of }
}

fn rows(recording: &Recording, limit: usize, notes: &mut Vec<String>) -> Vec<Row> {
    let single = |lane: &crate::Lane| Row { name: lane.name.clone(), lanes: vec![lane.number] };
    let mut groups: Vec<(&str, Vec<&crate::Lane>)> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for lane in &recording.lanes {
        let name = plain(&lane.name);
        let group = *known.entry(name).or_insert(groups.len());
        if group == groups.len() {
            groups.push((name, Vec::new()));
        }
        groups[group].1.push(lane);
    }
    let mut largest: Vec<usize> = (0..groups.len()).collect();
    largest.sort_by_key(|group| (std::cmp::Reverse(groups[*group].1.len()), *group));
    let mut is_folded = vec![false; groups.len()];
    let mut left = recording.lanes.len();
    for group in largest {
        if left <= limit || groups[group].1.len() < 2 {
            break;
        }
        is_folded[group] = true;
        left -= groups[group].1.len() - 1;
    }
    let mut rows: Vec<Row> = Vec::with_capacity(left);
    for lane in &recording.lanes {
        let group = known[plain(&lane.name)];
        let (name, lanes) = &groups[group];
        if !is_folded[group] {
            rows.push(single(lane));
        } else if lanes[0].number == lane.number {
            let number = lanes.len();
            notes.push(format!("{} lanes named {name} are drawn as one.", thousands(number)));
            let lanes = lanes.iter().map(|lane| lane.number).collect();
            rows.push(Row { name: format!("{name} ×{number}"), lanes });
        }
    }
    if rows.len() > limit {
        let last: Vec<LaneId> = rows.drain(limit - 1..).flat_map(|row| row.lanes).collect();
        let number = last.len();
        notes.push(format!("The last {} lanes are drawn as one.", thousands(number)));
        rows.push(Row { name: format!("others ×{number}"), lanes: last });
    }
    rows
}

/// A lane's name without its number among its namesakes.
fn plain(name: &str) -> &str {
    match name.rsplit_once('#') {
        Some((plain, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => plain,
        _ => name,
    }
}

/// A number with a comma after each thousand.
pub(super) fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Whether something happens in a step that a reader wants to see.
pub(super) fn is_loud(step: &Step) -> bool {
    use records::How;
    match &step.what {
        What::Prints(_) | What::Panics { .. } | What::Raises | What::IsDropped | What::IsStuck => {
            true
        }
        What::Ends(how) => *how != How::Done,
        What::Makes(_)
        | What::Runs
        | What::Suspends { .. }
        | What::IsWoken(_)
        | What::TimePasses(_) => false,
    }
}
