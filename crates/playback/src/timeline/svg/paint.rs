//! Puts the parts of a drawing where they belong.

use records::How;

use crate::steps::{Step, What};

use super::arrows::{Arrow, From, Says};
use super::axis::{self, Axis, Holds};
use super::labels::Label;
use super::lives::{Life, Look, Mark};
use super::shapes::{self, Anchor, Shapes, px};
use super::text::Font;

/// Where the bands begin.
pub const TOP: f64 = 30.0;
/// How high a line of a label is.
const LINE: f64 = 11.0;
/// Half the height of a bar that waits for its turn.
const QUEUED: f64 = 6.0;
/// How far an arrow's head is from its foot.
const HEAD: f64 = 7.0;

/// The rows from top to bottom.
#[derive(Debug)]
pub struct Rows {
    /// For each row the middle of its bars.
    pub middles: Vec<f64>,
    /// Where the bands end.
    pub bottom: f64,
}

impl Rows {
    /// Rows as high as what is written in them.
    pub fn new(labels: &[Vec<Label>]) -> Self {
        let (mut middles, mut y) = (Vec::new(), TOP + 14.0);
        for row in labels {
            middles.push(y + 11.0);
            let lines = row.iter().map(|label| label.lines.len()).max().unwrap_or(0);
            y += 32.0 + LINE * lines as f64;
        }
        Self { middles, bottom: y }
    }
}

/// Half the height of a row's bars: a coroutine's are lower than those of the task around it.
fn half(life: &Life) -> f64 {
    if life.is_coroutine { 8.0 } else { 11.0 }
}

/// The instants and the gaps between them.
pub fn ground(shapes: &mut Shapes, steps: &[Step], axis: &Axis, bottom: f64) {
    for band in &axis.bands {
        shapes.rect("band", (band.x, TOP), (band.width, bottom - TOP), 5.0);
        shapes.text("words", (band.first + 2.0, 15.0), Anchor::Start, &band.title);
    }
    for slot in &axis.slots {
        match &slot.holds {
            Holds::LeftOut(left_out) => {
                let words = axis::left_out(left_out);
                shapes.text("words", (slot.middle(), 15.0), Anchor::Middle, &words);
            }
            Holds::Jump(_) => torn(shapes, slot.middle(), bottom),
            Holds::Step(step) if steps[*step].what == What::IsStuck => {
                shapes::stop(shapes, (slot.middle(), TOP), bottom);
            }
            Holds::Step(_) => {}
        }
    }
}

/// A torn edge, and an arrow above it: the clock moves.
fn torn(shapes: &mut Shapes, x: f64, bottom: f64) {
    shapes.path("tear", &format!("M{} 11h11m-4 -4l4 4l-4 4", px(x - 6.0)));
    let mut path = format!("M{} {}", px(x), px(TOP + 2.0));
    // From point to point, so that what repeats is written alike.
    let (mut y, mut side) = (TOP + 2.0, 2.5);
    while y + 6.0 <= bottom - 2.0 {
        y += 6.0;
        path.push_str(&format!("l{} 6", px(side)));
        side = if side > 0.0 { -5.0 } else { 5.0 };
    }
    shapes.path("tear", &path);
}

/// A row's name, its bars and what happens in it.
pub fn row(shapes: &mut Shapes, life: &Life, labels: &[Label], axis: &Axis, y: f64) {
    let half = half(life);
    for stretch in &life.stretches {
        let (from, to) = (axis.x(stretch.from), axis.x(stretch.to));
        match stretch.look {
            Look::Queued => {
                let (at, size) = ((from + 1.0, y - QUEUED), (to - from - 2.0, 2.0 * QUEUED));
                shapes.rect("queued", at, size, 3.0);
            }
            Look::Running => {
                shapes.rect("run", (from, y - half), (to - from, 2.0 * half), 3.0);
            }
            Look::Blocking => {
                shapes::hatched(shapes, (from, y - half), (to - from, 2.0 * half));
            }
            Look::Suspended => {
                shapes.path("wait", &format!("M{} {}H{}", px(from + 1.0), px(y), px(to - 1.0)));
            }
            Look::LeftOut => {
                for slot in &axis.slots[stretch.from..stretch.to] {
                    shapes::dots(shapes, (slot.middle(), y));
                }
            }
        }
    }
    for (slot, mark) in &life.marks {
        let middle = (axis.slots[*slot].middle(), y);
        match mark {
            Mark::Line(line) => shapes::disc(shapes, middle, axis::disc(*line), *line),
            Mark::Panic => shapes::burst(shapes, middle),
            Mark::End(How::Done) => shapes::tick(shapes, middle),
            Mark::End(How::Cancelled) => shapes::cross(shapes, middle),
            Mark::End(How::Panicked) => shapes::triangle(shapes, middle),
        }
    }
    for label in labels {
        for (number, line) in label.lines.iter().enumerate() {
            let base = y + 21.0 + LINE * number as f64;
            shapes.text("awaited", (label.x, base), Anchor::Start, line);
        }
    }
}

/// The name of a row, which ends at this point; a coroutine's is lighter than a task's.
pub fn name(shapes: &mut Shapes, life: &Life, name: &str, (right, y): (f64, f64)) {
    let layer = if life.is_coroutine { "inner" } else { "names" };
    let base = y + f64::from(Font::NAME.size) * 0.36;
    shapes.text(layer, (right, base), Anchor::End, name);
}

/// An arrow.
pub fn arrow(shapes: &mut Shapes, arrow: &Arrow, lives: &[Life], middles: &[f64]) {
    let (x, target) = (arrow.x, middles[arrow.to]);
    let (begin, is_down) = match arrow.from {
        From::Row(row, over) => {
            let (y, is_down) = (middles[row], row < arrow.to);
            let edge = if is_down { half(&lives[row]) } else { -half(&lives[row]) };
            match over {
                Some(end) => (format!("M{} {}H{}", px(end), px(y), px(x)), is_down),
                None => (format!("M{} {}", px(x), px(y + edge)), is_down),
            }
        }
        From::Clock | From::System | From::Thread => (format!("M{} {}", px(x), px(TOP)), true),
    };
    let sign = if is_down { -1.0 } else { 1.0 };
    let tip = target + sign * (QUEUED + 1.0);
    let (layer, shaft) = match arrow.says {
        Says::Spawns | Says::Polls => ("spawn", format!("{begin}V{}", px(tip + sign * HEAD))),
        Says::Wakes => ("wake", format!("{begin}V{}", px(tip + sign * HEAD))),
    };
    match arrow.says {
        Says::Polls => shapes.dashed(layer, &shaft),
        Says::Spawns | Says::Wakes => shapes.stroke(layer, &shaft),
    }
    head(shapes, layer, (x, tip), sign);
    match arrow.from {
        From::Row(..) => {}
        From::Clock => shapes::clock(shapes, (x, TOP)),
        From::System => shapes::system(shapes, (x, TOP)),
        From::Thread => shapes::thread(shapes, (x, TOP)),
    }
}

/// The head of an arrow, which comes from above if the sign is negative.
pub fn head(shapes: &mut Shapes, layer: &str, (x, y): (f64, f64), sign: f64) {
    let back = px(sign * HEAD);
    shapes.fill(layer, &format!("M{} {}l-4.5 {back}h9z", px(x), px(y)));
}
