//! What the shapes mean: once, and only of those that occur.

use records::{Clock, How};

use crate::steps::{Step, What};

use super::arrows::{Arrow, From, Says};
use super::axis::{Axis, Holds};
use super::lives::{Life, Look, Mark};
use super::paint;
use super::shapes::{self, Anchor, Shapes, px};
use super::text::Font;

/// How wide the place of a shape is.
const SHAPE: f64 = 30.0;
/// How far one row is below the one before.
const ROW: f64 = 22.0;

/// Draws something around a point.
type Shape = fn(&mut Shapes, (f64, f64));

/// A shape and what it means.
struct Entry {
    occurs: bool,
    words: &'static str,
    shape: Shape,
}

/// All that a legend is about.
#[derive(Clone, Copy, Debug)]
pub struct Drawn<'a> {
    /// The steps of the run.
    pub steps: &'a [Step],
    /// The columns.
    pub axis: &'a Axis,
    /// The rows.
    pub lives: &'a [Life],
    /// The arrows.
    pub arrows: &'a [Arrow],
    /// The clock that it ran on.
    pub clock: Option<Clock>,
}

/// Draws the legend from `left` and `top` on, no wider than `right`, and returns where it ends: to the
/// right, and at the bottom.
pub fn legend(
    shapes: &mut Shapes,
    drawn: Drawn,
    (left, top): (f64, f64),
    right: f64,
) -> (f64, f64) {
    let (mut x, mut y, mut widest) = (left, top + ROW / 2.0, left);
    for entry in entries(drawn) {
        let width = SHAPE + Font::WORDS.width(entry.words) + 14.0;
        if x > left && x + width > right {
            (x, y) = (left, y + ROW);
        }
        (entry.shape)(shapes, (x + SHAPE / 2.0 - 2.0, y));
        shapes.text("words", (x + SHAPE, y + 4.0), Anchor::Start, entry.words);
        x += width;
        widest = widest.max(x);
    }
    (widest, y + ROW / 2.0)
}

fn entries(drawn: Drawn) -> Vec<Entry> {
    let Drawn { steps, axis, lives, arrows, clock } = drawn;
    let has_look = |look: Look, of: fn(&Life) -> bool| {
        lives.iter().any(|life| of(life) && life.stretches.iter().any(|one| one.look == look))
    };
    let any = |_: &Life| true;
    let marks = || lives.iter().flat_map(|life| &life.marks).map(|(_, mark)| *mark);
    let has = |wanted: Mark| marks().any(|mark| mark == wanted);
    let says = |says: Says| arrows.iter().any(|arrow| arrow.says == says);
    let from = |from: From| arrows.iter().any(|arrow| arrow.from == from);
    let is_real = clock == Some(Clock::Real);
    let jumps = axis.slots.iter().any(|slot| matches!(slot.holds, Holds::Jump(_)));
    let is_stuck = steps.iter().any(|step| step.what == What::IsStuck);
    let lanes_wake =
        |arrow: &Arrow| arrow.says == Says::Wakes && matches!(arrow.from, From::Row(..));
    let entries: [(bool, &'static str, Shape); 18] = [
        (has_look(Look::Running, |life| !life.is_coroutine), "running: polled", |shapes, at| {
            bar(shapes, at, 9.0);
        }),
        (
            has_look(Look::Running, |life| life.is_coroutine),
            "running, inside its task",
            |shapes, at| {
                bar(shapes, at, 6.0);
            },
        ),
        (
            has_look(Look::Blocking, any),
            "blocks its thread: one poll of 50 ms or more",
            |shapes, at| {
                shapes::hatched(shapes, (at.0 - 11.0, at.1 - 9.0), (22.0, 18.0));
            },
        ),
        (has_look(Look::Queued, any), "queued: new, or woken", |shapes, (x, y)| {
            shapes.rect("queued", (x - 11.0, y - 5.0), (22.0, 10.0), 3.0);
        }),
        (has_look(Look::Suspended, any), "suspended at an await (what:line)", |shapes, (x, y)| {
            shapes.path("wait", &format!("M{} {}h24", px(x - 12.0), px(y)));
        }),
        (marks().any(|mark| matches!(mark, Mark::Line(_))), "prints line 1", |shapes, at| {
            shapes::disc(shapes, at, 16.0, 0);
        }),
        (has(Mark::End(How::Done)), "done", |shapes, at| {
            bar(shapes, at, 8.0);
            shapes::tick(shapes, at);
        }),
        (has(Mark::End(How::Cancelled)), "cancelled: dropped", shapes::cross),
        (has(Mark::Panic), "a panic begins", shapes::burst),
        (has(Mark::End(How::Panicked)), "panicked", shapes::triangle),
        (says(Says::Spawns), "spawns", |shapes, at| sample(shapes, "spawn", at)),
        (says(Says::Polls), "first polls a coroutine inside it", |shapes, (x, y)| {
            shapes.dashed("spawn", &format!("M{} {}v9", px(x), px(y - 9.0)));
            paint::head(shapes, "spawn", (x, y + 8.0), -1.0);
        }),
        (arrows.iter().any(lanes_wake), "wakes", |shapes, at| sample(shapes, "wake", at)),
        (from(From::Clock), "a timer wakes", shapes::clock),
        (from(From::System), "the operating system wakes", shapes::system),
        (from(From::Thread), "another thread wakes", shapes::thread),
        (jumps, if is_real { "time passes" } else { "the clock jumps" }, |shapes, (x, y)| {
            shapes.path("tear", &format!("M{} {}l5 3l-5 3l5 3l-5 3l5 3", px(x - 2.0), px(y - 8.0)));
        }),
        (is_stuck, "nothing can run any more", |shapes, (x, y)| {
            shapes::stop(shapes, (x, y), y + 8.0);
        }),
    ];
    let entries = entries.map(|(occurs, words, shape)| Entry { occurs, words, shape });
    entries.into_iter().filter(|entry| entry.occurs).collect()
}

fn bar(shapes: &mut Shapes, (x, y): (f64, f64), half: f64) {
    shapes.rect("run", (x - 11.0, y - half), (22.0, 2.0 * half), 3.0);
}

fn sample(shapes: &mut Shapes, layer: &str, (x, y): (f64, f64)) {
    shapes.stroke(layer, &format!("M{} {}v9", px(x), px(y - 9.0)));
    paint::head(shapes, layer, (x, y + 8.0), -1.0);
}
