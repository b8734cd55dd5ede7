//! A run as a picture, in SVG: a row for each lane, a column for each step.
//!
//! Whatever happens between two steps takes as much room as they do: on an axis of seconds the polls,
//! which are all that happens, would be slivers. Where the clock moves the picture is torn.

mod arrows;
mod axis;
mod labels;
mod legend;
mod lives;
mod paint;
mod shapes;
mod style;
mod text;

pub use legend::{Sign, all_signs, signs};
pub use style::page_colours;

use records::Clock;

use crate::Recording;
use crate::steps::Step;

use self::arrows::Arrow;
use self::axis::Axis;
use self::lives::Life;
use self::shapes::{Anchor, Shapes, px};
use self::text::{Font, escaped, shortened};
use super::{Folded, Limits, fold};

/// Where a drawing is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In a page, whose colours ([`page_colours`]), font and text colour it takes.
    Page,
    /// In a figure of the book, which has the stylesheet, and tells the steps and what the shapes mean
    /// ([`signs`]) beside the drawing.
    Figure,
    /// As an image of its own: light or dark as the reader's system is.
    Standalone,
}

/// The space around a drawing.
const EDGE: f64 = 10.0;
/// The longest name of a row, in letters.
const LONGEST: usize = 24;
/// How wide a legend grows, however wide the drawing is: what is further right is out of sight.
const LEGEND: f64 = 700.0;

/// All that a drawing is made of.
#[derive(Debug)]
struct Drawn {
    steps: Vec<Step>,
    folded: Folded,
    axis: Axis,
    lives: Vec<Life>,
    arrows: Vec<Arrow>,
    clock: Option<Clock>,
    is_asyncio: bool,
    /// Where the columns begin.
    left: f64,
}

impl Drawn {
    fn new(recording: &Recording) -> Self {
        let steps = recording.steps();
        let folded = fold(recording, &steps, Limits::PICTURE);
        let names = folded.rows.iter().map(|row| shortened(&row.name, LONGEST));
        let names = names.chain([recording.name(None).to_owned()]);
        let widest = names.map(|name| Font::NAME.width(&name)).fold(0.0, f64::max);
        let left = (EDGE + widest + 8.0).ceil();
        let axis = Axis::new(recording, &steps, &folded, left);
        let (lives, row_of) = lives::lives(recording, &steps, &folded, &axis);
        let arrows = arrows::arrows(recording, &steps, &axis, (&lives, row_of));
        let (clock, is_asyncio) = (recording.clock, recording.is_asyncio());
        Self { steps, folded, axis, lives, arrows, clock, is_asyncio, left }
    }
}

/// The timeline of a run. `program` is what the program is called; the drawing is as large as it has to
/// be to be read without being scaled.
pub fn svg(recording: &Recording, program: &str, form: Form) -> String {
    let drawn = Drawn::new(recording);
    let Drawn { steps, folded, axis, lives, arrows, left, .. } = &drawn;
    let labels = labels::labels(recording, lives, axis, arrows);
    let rows = paint::Rows::new(&labels);

    let mut shapes = Shapes::default();
    paint::ground(&mut shapes, steps, axis, rows.bottom);
    for ((life, labels), y) in lives.iter().zip(&labels).zip(&rows.middles) {
        paint::row(&mut shapes, life, labels, axis, *y);
        paint::name(&mut shapes, life, &shortened(&life.name, LONGEST), (left - 8.0, *y));
    }
    for arrow in arrows {
        paint::arrow(&mut shapes, arrow, lives, &rows.middles);
    }
    let mut right = axis.end;
    let mut bottom = rows.bottom + 8.0;
    for note in &folded.notes {
        bottom += 18.0;
        for line in wrapped(note, (LEGEND - EDGE).max(0.0)) {
            shapes.text("words", (EDGE, bottom - 5.0), Anchor::Start, &line);
            right = right.max(EDGE + Font::WORDS.width(&line));
            bottom += 15.0;
        }
        bottom -= 15.0;
    }
    bottom += if folded.is_whole() { 0.0 } else { 6.0 };
    let room = axis.end.clamp(LEGEND / 2.0, LEGEND);
    let (legend, bottom) = match form {
        Form::Figure => (0.0, bottom),
        _ => legend::legend(&mut shapes, &drawn, (EDGE, bottom), room),
    };
    let size = (right.max(legend) + EDGE).ceil();
    let size = (size, (bottom + EDGE).ceil());
    let ends = axis.ends(steps.len());
    let told =
        Told { title: title(recording, steps, program), desc: desc(recording, steps, folded) };
    document(form, size, &told, &ends, &shapes)
}

/// A drawing of this size on one line, which says nothing to who does not see it.
fn small((width, height): (f64, f64), shapes: &Shapes) -> String {
    let (width, height) = (px(width), px(height));
    let shapes = shapes.written().replace('\n', "");
    format!(
        "<svg class=\"mw-timeline\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\">{shapes}</svg>"
    )
}

/// What a drawing says to who does not see it.
struct Told {
    title: String,
    desc: String,
}

fn document(form: Form, size: (f64, f64), told: &Told, ends: &[f64], shapes: &Shapes) -> String {
    let (width, height) = (px(size.0), px(size.1));
    let desc = format!("<desc>{}</desc>\n", escaped(&told.desc));
    let styled = |style: String| format!("<style>\n{style}</style>\n");
    let ends: Vec<String> = ends.iter().map(|end| px(*end)).collect();
    let data = format!(" data-step-ends=\"{}\"", ends.join(" "));
    let (head, data) = match form {
        Form::Standalone => {
            let paper = "<rect class=\"mw-paper\" width=\"100%\" height=\"100%\"/>\n";
            (desc + &styled(style::standing_alone()) + paper, String::new())
        }
        Form::Page => (desc + &styled(style::for_page()), data),
        Form::Figure => (String::new(), data),
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"mw-timeline\" role=\"img\" \
         width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"{data}>\n\
         <title>{}</title>\n{head}{}</svg>\n",
        escaped(&told.title),
        shapes.written(),
    )
}

/// Which program, how many lanes, how many steps, from when to when.
fn title(recording: &Recording, steps: &[Step], program: &str) -> String {
    let count = |number: usize, what: &str| match number {
        1 => format!("1 {what}"),
        number => format!("{number} {what}s"),
    };
    let at = |step: Option<&Step>| recording.instant(step.map_or(0, |step| step.at));
    format!(
        "Timeline of {program}: {}, {}, {} to {}",
        count(recording.lanes.len(), "lane"),
        count(steps.len(), "step"),
        at(steps.first()),
        at(steps.last()),
    )
}

/// The sentence of each step that is drawn, and what is left out.
fn desc(recording: &Recording, steps: &[Step], folded: &Folded) -> String {
    let mut sentences = folded.notes.clone();
    for column in &folded.columns {
        if let super::Column::Step(place) = column {
            let sentence = recording.sentence(&steps[*place]);
            sentences.push(format!("{}. {sentence}", place + 1));
        }
    }
    if steps.is_empty() {
        sentences.push("Nothing was recorded.".to_owned());
    }
    sentences.join(" ")
}

/// A text in lines no wider than `width`.
fn wrapped(text: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if Font::WORDS.width(line) + Font::WORDS.width(word) + 7.0 <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
