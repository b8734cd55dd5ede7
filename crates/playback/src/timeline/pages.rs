//! Rows of characters, laid out in blocks that are no wider than the terminal.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use records::Clock;

use super::grid::{Grid, GridRow};
use super::legend::legend;
use super::options::Options;
use super::signs::{Glyph, Ink};
use crate::instant::{instant, same_instant};

/// How many characters stand for the clock moving on.
const LEAP: usize = 3;

/// How few characters of a band may stand at the end of a block.
const FEW: usize = 16;

/// A run that is drawn, alone or above another.
pub(super) struct Part<'a> {
    pub(super) heading: Option<&'static str>,
    pub(super) clock: Option<Clock>,
    pub(super) grid: &'a Grid,
}

/// An instant on the axis of all parts.
struct Tick {
    at: u64,
    /// The band of each part that begins then.
    bands: Vec<Option<usize>>,
    /// How many characters its widest band takes.
    width: usize,
}

/// A stretch of characters of one band.
struct Piece {
    tick: usize,
    chars: Range<usize>,
}

/// The lanes of the parts, with the legend under them and what was folded.
pub(super) fn pages(parts: &[Part], options: &Options) -> String {
    let ticks = axis(parts);
    let most = (options.width / 5).clamp(8, 26);
    let names = parts.iter().flat_map(|part| &part.grid.rows);
    let longest = names.map(|row| row.name.chars().count()).max().unwrap_or(0).min(most);
    let room = options.width.saturating_sub(longest + 2).max(16);
    let mut text = String::new();
    let mut inks = BTreeSet::new();
    for block in blocks(parts, &ticks, room) {
        if !text.is_empty() {
            text.push('\n');
        }
        let indent = " ".repeat(longest + 2);
        let heading = heading(parts, &ticks, &block, options);
        text += &format!("{indent}{}\n", options.paint(Ink::Heading, heading.trim_end()));
        for (number, part) in parts.iter().enumerate() {
            if let Some(heading) = part.heading {
                text += &format!("{}\n", options.paint(Ink::Heading, heading));
            }
            for row in &part.grid.rows {
                let glyphs = line(row, number, part.grid, &ticks, &block, options);
                if glyphs.iter().all(|glyph| matches!(glyph.ink, Ink::Blank | Ink::Aside)) {
                    continue;
                }
                inks.extend(glyphs.iter().map(|glyph| (glyph.ink, glyph.sign)));
                let name = shortened(&row.name, longest, options.signs().cut);
                text += &format!("{name:<longest$}  {}\n", painted(&glyphs, options));
            }
        }
    }
    let mut notes: Vec<&String> = Vec::new();
    for note in parts.iter().flat_map(|part| &part.grid.notes) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    if options.legend || !notes.is_empty() {
        text.push('\n');
    }
    if options.legend {
        text += &legend(&inks, parts.len() > 1, options);
    }
    for note in notes {
        let note = if options.ascii { note.replace('×', "x") } else { note.clone() };
        text += &format!("{note}\n");
    }
    text
}

/// The instants of all parts. On the real clock two that are close are the same.
fn axis(parts: &[Part]) -> Vec<Tick> {
    let clock = parts.first().and_then(|part| part.clock);
    let apart = same_instant(clock);
    let mut begins: Vec<(u64, usize, usize)> = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        begins.extend(part.grid.bands.iter().enumerate().map(|(band, of)| (of.at, number, band)));
    }
    begins.sort_unstable();
    let mut ticks: Vec<Tick> = Vec::new();
    for (at, number, band) in begins {
        let of = &parts[number].grid;
        let chars = of.bands[band].chars.len() + of.bands[band].room;
        let is_same = |tick: &&mut Tick| at - tick.at < apart && tick.bands[number].is_none();
        if let Some(tick) = ticks.last_mut().filter(is_same) {
            tick.bands[number] = Some(band);
            tick.width = tick.width.max(chars);
        } else {
            let mut bands = vec![None; parts.len()];
            bands[number] = Some(band);
            let width = chars.max(instant(at, clock).chars().count() + 1);
            ticks.push(Tick { at, bands, width });
        }
    }
    ticks
}

fn blocks(parts: &[Part], ticks: &[Tick], room: usize) -> Vec<Vec<Piece>> {
    let mut blocks: Vec<Vec<Piece>> = Vec::new();
    let mut block: Vec<Piece> = Vec::new();
    let mut left = room;
    for (tick, of) in ticks.iter().enumerate() {
        let leap = if tick > 0 { LEAP } else { 0 };
        let fits_alone = leap + of.width <= room;
        let is_full = leap + of.width > left && (fits_alone || left < leap + FEW);
        if is_full && !block.is_empty() {
            blocks.push(std::mem::take(&mut block));
            left = room;
        }
        let mut start = 0;
        left = left.saturating_sub(leap);
        while start < of.width {
            let most = match of.width - start {
                rest if rest <= left => rest,
                _ => whole(parts, of, start, left),
            };
            block.push(Piece { tick, chars: start..start + most });
            start += most;
            left -= most;
            if start < of.width {
                blocks.push(std::mem::take(&mut block));
                left = room;
            }
        }
    }
    blocks.push(block);
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// How much of a band fits, so that no number is torn: it is the only thing whose parts mean nothing.
fn whole(parts: &[Part], tick: &Tick, start: usize, left: usize) -> usize {
    let is_torn = |end: &usize| {
        parts.iter().zip(&tick.bands).any(|(part, band)| {
            let Some(band) = band.map(|band| &part.grid.bands[band].chars) else { return false };
            let at = band.start + start + end;
            let is_number = |row: &GridRow| row.glyphs[at].ink == Ink::Line;
            at < band.end && part.grid.rows.iter().any(is_number)
        })
    };
    (1..=left).rev().find(|end| !is_torn(end)).unwrap_or(left)
}

fn heading(parts: &[Part], ticks: &[Tick], block: &[Piece], options: &Options) -> String {
    let clock = parts.first().and_then(|part| part.clock);
    let mut heading = String::new();
    for piece in block {
        let tick = &ticks[piece.tick];
        if piece.tick > 0 && piece.chars.start == 0 {
            heading += &format!(" {} ", options.signs().leap);
        }
        let mut at = instant(tick.at, clock);
        if piece.chars.start > 0 {
            at = format!("{at} {}", options.signs().cut);
        }
        heading += &format!("{at:<width$}", width = piece.chars.len());
    }
    heading
}

/// A row's characters in a block, with the names of what it waits for on its dotted lines.
fn line(
    row: &GridRow,
    number: usize,
    grid: &Grid,
    ticks: &[Tick],
    block: &[Piece],
    options: &Options,
) -> Vec<Glyph> {
    let nothing = Glyph { sign: ' ', ink: Ink::Blank, wait: None };
    let mut line = Vec::new();
    for piece in block {
        let tick = &ticks[piece.tick];
        let bands = ticks[..piece.tick].iter().rev();
        let rest = bands.filter_map(|tick| tick.bands[number]).next();
        let before = rest.map_or(nothing, |band| row.after[band]);
        if piece.tick > 0 && piece.chars.start == 0 {
            let leap = Glyph { sign: options.signs().leap, ink: Ink::Aside, wait: before.wait };
            let is_blocked = before.ink == Ink::Blocks;
            line.extend([before, if is_blocked { before } else { leap }, before]);
        }
        let (glyphs, after) = match tick.bands[number] {
            Some(band) => (&row.glyphs[grid.bands[band].chars.clone()], row.after[band]),
            None => (&row.glyphs[..0], before),
        };
        line.extend(piece.chars.clone().map(|at| glyphs.get(at).copied().unwrap_or(after)));
    }
    for stretch in line.chunk_by_mut(|one, other| one.wait == other.wait) {
        if let Some(wait) = stretch[0].wait {
            label(stretch, wait, grid);
        }
    }
    line
}

/// Writes on a lane what it waits for: once, where there is room, and as much as there is room for.
fn label(stretch: &mut [Glyph], wait: usize, grid: &Grid) {
    let mut dotted: Vec<Range<usize>> = Vec::new();
    for at in (0..stretch.len()).filter(|at| stretch[*at].ink == Ink::Suspended) {
        match dotted.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => dotted.push(at..at + 1),
        }
    }
    let fitting = |run: Range<usize>| {
        let label = grid.waits.label(wait, run.len().saturating_sub(2))?;
        Some((label.chars().count(), Reverse(run.start), label))
    };
    let best = dotted.into_iter().filter_map(fitting).max();
    if let Some((_, Reverse(start), label)) = best {
        for (place, sign) in label.chars().enumerate() {
            stretch[start + 1 + place].sign = sign;
        }
    }
}

fn painted(glyphs: &[Glyph], options: &Options) -> String {
    let end = glyphs.iter().rposition(|glyph| glyph.sign != ' ').map_or(0, |last| last + 1);
    let mut text = String::new();
    for same in glyphs[..end].chunk_by(|one, other| one.ink == other.ink) {
        let signs: String = same.iter().map(|glyph| glyph.sign).collect();
        text += &options.paint(same[0].ink, &signs);
    }
    text
}

/// A name without its middle, if it is too long.
fn shortened(name: &str, most: usize, cut: char) -> String {
    let name = if cut == '~' { name.replace('×', "x") } else { name.to_owned() };
    let letters: Vec<char> = name.chars().collect();
    if letters.len() <= most {
        return name;
    }
    let tail = (most - 1) / 2;
    let head = most - 1 - tail;
    letters[..head].iter().chain([&cut]).chain(&letters[letters.len() - tail..]).collect()
}
