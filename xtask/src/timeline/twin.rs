//! The run of a program under that of its asyncio twin, with what differs and why.

use std::collections::BTreeSet;

use anyhow::Result;
use playback::Recording;
use playback::timeline::{self, Ink, Options, Twin};

use crate::compare::declared;
use crate::compare::difference::{Comparison, Difference};
use crate::compare::pairs::Pair;
use crate::compare::recordings::{self, Lack, Recorded};
use crate::compare::report::hanging;
use crate::compare::side::{Side, sides};
use crate::course::{Course, Program};
use crate::show::tame;

/// How many rows the table of lines has.
const MOST: usize = 200;

/// Draws both runs; says what to do if the twin has none.
pub fn drawn(
    course: &Course,
    program: &Program,
    tokio: &Recording,
    options: &Options,
) -> Result<String> {
    if program.twin.is_none() {
        let reason = declared::no_twin(course, program).unwrap_or("The manifest does not say why.");
        let alone = timeline::text(tokio, options);
        return Ok(format!("{}\n{alone}", hanging("It has no asyncio twin. ", reason)));
    }
    let text = recordings::twin(course, program)?;
    let recorded = match recordings::committed(course, program, &text)? {
        Ok(recorded) => recorded,
        Err(lack) => return Ok(lacking(program, lack)),
    };
    Ok(both(course, program, tokio, &recorded, options))
}

fn lacking(program: &Program, lack: Lack) -> String {
    let what = match lack {
        Lack::Missing => "Its twin has not been recorded.",
        Lack::TwinChanged => "Its twin has changed since it was recorded.",
    };
    let path = program.path();
    format!("{what} Record it (needs python3):\ncargo xtask compare {path} --live --accept\n")
}

fn both(
    course: &Course,
    program: &Program,
    tokio: &Recording,
    recorded: &Recorded,
    options: &Options,
) -> String {
    let asyncio = &recorded.recording;
    let (side, other) = sides(tokio, asyncio);
    let other = Side { is_at_rest: true, ..other };
    let comparison = Comparison::of((side, other), declared::of(course, program));
    let rows = rows(&comparison);
    let is_different = |row: &&Row| !row.how.is_empty();
    let lines = |of: fn(&Row) -> Option<usize>| {
        rows.iter().filter(is_different).filter_map(of).collect::<BTreeSet<usize>>()
    };
    // Programs that print nothing are compared by their lanes' ends, which have no numbers.
    let prints = !tokio.lines.is_empty() || !asyncio.lines.is_empty();
    let (of_tokio, of_asyncio) = match prints {
        true => (lines(|row| row.tokio), lines(|row| row.asyncio)),
        false => (BTreeSet::new(), BTreeSet::new()),
    };
    let twin = Twin { recording: asyncio, differing: &of_asyncio, differing_from: &of_tokio };
    let mut text = timeline::twins(tokio, twin, options);
    text.push('\n');
    text += &table(&comparison, &rows, (tokio, asyncio), options);
    let reasons = declared::of(course, program);
    if !reasons.is_empty() {
        text += "\nWhat differs, and why it must:\n";
    }
    for group in reasons {
        text += &hanging("- ", &group.reason);
    }
    if !comparison.is_equal() {
        let path = program.path();
        text += &format!("\nSomething differs that should not: cargo xtask compare {path}\n");
    }
    text
}

/// A line of both runs, or of one.
struct Row {
    asyncio: Option<usize>,
    tokio: Option<usize>,
    /// What differs; empty if nothing does.
    how: String,
}

/// All lines in tokio's order, with what asyncio alone prints before what it prints next.
fn rows(comparison: &Comparison) -> Vec<Row> {
    let pairs = &comparison.pairs;
    let alone: BTreeSet<usize> =
        pairs.only_asyncio.iter().chain(&pairs.declared_asyncio).copied().collect();
    let mut alone = alone.into_iter().peekable();
    let mut rows = Vec::new();
    let only = |line| Row { asyncio: Some(line), tokio: None, how: "asyncio only".to_owned() };
    for tokio in 0..comparison.tokio.lines.len() {
        let Some(pair) = pairs.both.iter().find(|pair| pair.tokio == tokio) else {
            rows.push(Row { asyncio: None, tokio: Some(tokio), how: "tokio only".to_owned() });
            continue;
        };
        while let Some(line) = alone.next_if(|line| *line < pair.asyncio) {
            rows.push(only(line));
        }
        let how = difference(comparison, *pair);
        rows.push(Row { asyncio: Some(pair.asyncio), tokio: Some(tokio), how });
    }
    rows.extend(alone.map(only));
    rows
}

fn difference(comparison: &Comparison, pair: Pair) -> String {
    let pairs = &comparison.pairs;
    let differs = |is: fn(&Difference, Pair) -> bool| {
        comparison.differences.iter().any(|difference| is(difference, pair))
    };
    let is_retimed = |difference: &Difference, pair: Pair| match difference {
        Difference::Instant(one) | Difference::Gap(_, one) => *one == pair,
        _ => false,
    };
    let is_swapped = |difference: &Difference, pair: Pair| match difference {
        Difference::Order(one, other, _) => *one == pair || *other == pair,
        _ => false,
    };
    let is_declared = |(one, other): &(Pair, Pair)| *one == pair || *other == pair;
    let mut how = Vec::new();
    if pairs.reworded.contains(&pair) {
        how.push("other words");
    }
    if pairs.retimed.contains(&pair) || differs(is_retimed) {
        how.push("other instant");
    }
    if pairs.swapped.iter().any(is_declared) || differs(is_swapped) {
        how.push("other order");
    }
    how.join(", ")
}

/// The lines with their numbers and instants on both sides.
fn table(
    comparison: &Comparison,
    rows: &[Row],
    (tokio, asyncio): (&Recording, &Recording),
    options: &Options,
) -> String {
    let rows_shown = &rows[..rows.len().min(MOST)];
    let left = Cells::of(rows_shown.iter().map(|row| row.asyncio), &comparison.asyncio, asyncio);
    let right = Cells::of(rows_shown.iter().map(|row| row.tokio), &comparison.tokio, tokio);
    let sign = if options.ascii { "?" } else { "≠" };
    let (one, other) = (left.width.max("asyncio".len()), right.width.max("tokio".len()));
    let mut text = format!("   {:one$}   tokio\n", "asyncio");
    for (place, row) in rows_shown.iter().enumerate() {
        let mark = if row.how.is_empty() { " " } else { sign };
        let (left, right) = (&left.cells[place], &right.cells[place]);
        let head = format!("{mark}  {left:one$}   {right:other$}   ");
        let how = if row.how.is_empty() { String::new() } else { format!("{}: ", row.how) };
        let line = hanging(&head, &format!("{how}{}", words(comparison, row)));
        text += &(options.paint)(Ink::Differs, mark);
        text += &line[mark.len()..];
    }
    if rows.len() > MOST {
        text += &format!("and {} more lines\n", rows.len() - MOST);
    }
    text
}

/// The lines of one side, each with its number and its instant.
struct Cells {
    cells: Vec<String>,
    width: usize,
}

impl Cells {
    fn of(lines: impl Iterator<Item = Option<usize>>, side: &Side, of: &Recording) -> Self {
        // What stands for a program that prints nothing has no number in its lanes.
        let is_numbered = !of.lines.is_empty();
        let parts: Vec<Option<(String, String)>> = lines
            .map(|line| {
                let line = line?;
                let number = if is_numbered { (line + 1).to_string() } else { String::new() };
                Some((number, of.instant(side.lines[line].at)))
            })
            .collect();
        let widest = |part: fn(&(String, String)) -> &String| {
            parts.iter().flatten().map(|cell| part(cell).len()).max().unwrap_or(0)
        };
        let (one, other) = (widest(|cell| &cell.0), widest(|cell| &cell.1));
        let cell = |cell: &Option<(String, String)>| match cell {
            Some((number, at)) if one > 0 => format!("{number:>one$}  {at:>other$}"),
            Some((_, at)) => format!("{at:>other$}"),
            None => String::new(),
        };
        let cells: Vec<String> = parts.iter().map(cell).collect();
        let width = cells.iter().map(String::len).max().unwrap_or(0);
        Self { cells, width }
    }
}

/// What a line says; if the two say it in other words, asyncio's first.
fn words(comparison: &Comparison, row: &Row) -> String {
    let said = |line: Option<usize>, side: &Side| line.map(|line| tame(&side.lines[line].text));
    match (said(row.asyncio, &comparison.asyncio), said(row.tokio, &comparison.tokio)) {
        (Some(one), Some(other)) if one != other => format!("{one} / {other}"),
        (Some(one), _) | (None, Some(one)) => one,
        (None, None) => String::new(),
    }
}
