//! What the shapes mean: once, and only of those that occur.

use records::{Clock, How};

use crate::Recording;
use crate::steps::What;

use super::arrows::{Arrow, From, Says};
use super::axis::Holds;
use super::lives::{Life, Look, Mark};
use super::paint;
use super::shapes::{self, Anchor, Shapes, px};
use super::text::Font;
use super::{Drawn, small};

/// How wide the place of a shape is.
const SHAPE: f64 = 30.0;
/// How far one row is below the one before.
const ROW: f64 = 22.0;

/// Draws something around a point.
type Shape = fn(&mut Shapes, (f64, f64));

/// A shape and what it means.
struct Entry {
    name: &'static str,
    occurs: bool,
    words: &'static str,
    shape: Shape,
}

/// A shape as a drawing of its own, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// A name for it.
    pub name: &'static str,
    /// What it means.
    pub words: &'static str,
    /// The drawing, on one line; it takes the page's colours.
    pub svg: String,
}

/// The signs that occur in the drawings of these runs, which are shown together.
pub fn signs(recordings: &[&Recording]) -> Vec<Sign> {
    let drawn: Vec<Drawn> = recordings.iter().map(|recording| Drawn::new(recording)).collect();
    let occurring = entries(&drawn).into_iter().filter(|entry| entry.occurs);
    occurring.map(sign).collect()
}

/// All signs that there are.
pub fn all_signs() -> Vec<Sign> {
    entries(&[]).into_iter().map(sign).collect()
}

fn sign(entry: Entry) -> Sign {
    let mut shapes = Shapes::default();
    (entry.shape)(&mut shapes, (15.0, 11.0));
    let svg = small((SHAPE, ROW), &shapes);
    Sign { name: entry.name, words: entry.words, svg }
}

/// Draws the legend from `left` and `top` on, no wider than `right`, and returns where it ends: to the
/// right, and at the bottom.
pub fn legend(
    shapes: &mut Shapes,
    drawn: &Drawn,
    (left, top): (f64, f64),
    right: f64,
) -> (f64, f64) {
    let (mut x, mut y, mut widest) = (left, top + ROW / 2.0, left);
    let drawn = std::slice::from_ref(drawn);
    for entry in entries(drawn).into_iter().filter(|entry| entry.occurs) {
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

/// All shapes, and which of them occur in these drawings.
fn entries(drawn: &[Drawn]) -> Vec<Entry> {
    let any = |is: &dyn Fn(&Drawn) -> bool| drawn.iter().any(is);
    let has_look = |look: Look, of: fn(&Life) -> bool| {
        any(&|drawn| drawn.lives.iter().any(|life| of(life) && life.has(look)))
    };
    let marks = |is: fn(Mark) -> bool| {
        [false, true].map(|is_asyncio| {
            any(&|drawn| {
                let mut marks = drawn.lives.iter().flat_map(|life| &life.marks);
                drawn.is_asyncio == is_asyncio && marks.any(|(_, mark)| is(*mark))
            })
        })
    };
    let has_arrow = |is: fn(&Arrow) -> bool| any(&|drawn| drawn.arrows.iter().any(is));
    let has_jump = |is_real: bool| {
        any(&|drawn| {
            let is_jump = |holds: &Holds| matches!(holds, Holds::Jump(_));
            (drawn.clock == Some(Clock::Real)) == is_real
                && drawn.axis.slots.iter().any(|slot| is_jump(&slot.holds))
        })
    };
    let cancelled = marks(|mark| mark == Mark::End(How::Cancelled));
    let panic = marks(|mark| mark == Mark::Panic);
    let panicked = marks(|mark| mark == Mark::End(How::Panicked));
    let of_task = |life: &Life| !life.is_coroutine;
    let of_coroutine = |life: &Life| life.is_coroutine;
    let is_stuck = any(&|drawn| drawn.steps.iter().any(|step| step.what == What::IsStuck));
    let entries: [(&'static str, bool, &'static str, Shape); 19] = [
        ("running", has_look(Look::Running, of_task), "running: polled", |shapes, at| {
            bar(shapes, at, 9.0);
        }),
        (
            "inside",
            has_look(Look::Running, of_coroutine),
            "running, inside its task",
            |shapes, at| bar(shapes, at, 6.0),
        ),
        (
            "blocking",
            has_look(Look::Blocking, |_| true),
            "blocks its thread: one poll of 50 ms or more",
            |shapes, (x, y)| shapes::hatched(shapes, (x - 11.0, y - 9.0), (22.0, 18.0)),
        ),
        ("queued", has_look(Look::Queued, |_| true), "queued: new, or woken", |shapes, (x, y)| {
            shapes.rect("queued", (x - 11.0, y - 5.0), (22.0, 10.0), 3.0)
        }),
        (
            "suspended",
            has_look(Look::Suspended, |_| true),
            "suspended at an await (what:line)",
            |shapes, (x, y)| shapes.path("wait", &format!("M{} {}h24", px(x - 12.0), px(y))),
        ),
        (
            "prints",
            is_in(marks(|mark| matches!(mark, Mark::Line(_)))),
            "prints line 1",
            |shapes, at| shapes::disc(shapes, at, 16.0, 0),
        ),
        ("done", is_in(marks(|mark| mark == Mark::End(How::Done))), "done", |shapes, at| {
            bar(shapes, at, 8.0);
            shapes::tick(shapes, at);
        }),
        (
            "cancelled",
            is_in(cancelled),
            said(cancelled, ["cancelled: dropped", "cancelled", "cancelled; in tokio: dropped"]),
            shapes::cross,
        ),
        (
            "burst",
            is_in(panic),
            said(panic, ["a panic begins", "it raises", "a panic begins; in asyncio: it raises"]),
            shapes::burst,
        ),
        (
            "panicked",
            is_in(panicked),
            said(panicked, ["panicked", "raised", "panicked; in asyncio: raised"]),
            shapes::triangle,
        ),
        ("spawns", has_arrow(|arrow| arrow.says == Says::Spawns), "spawns", |shapes, at| {
            sample(shapes, "spawn", at);
        }),
        (
            "polls",
            has_arrow(|arrow| arrow.says == Says::Polls),
            "first polls a coroutine inside it",
            |shapes, (x, y)| {
                shapes.dashed("spawn", &format!("M{} {}v9", px(x), px(y - 9.0)));
                paint::head(shapes, "spawn", (x, y + 8.0), -1.0);
            },
        ),
        (
            "wakes",
            has_arrow(|arrow| arrow.says == Says::Wakes && matches!(arrow.from, From::Row(..))),
            "wakes",
            |shapes, at| sample(shapes, "wake", at),
        ),
        ("clock", has_arrow(|arrow| arrow.from == From::Clock), "a timer wakes", shapes::clock),
        (
            "system",
            has_arrow(|arrow| arrow.from == From::System),
            "the operating system wakes",
            shapes::system,
        ),
        (
            "thread",
            has_arrow(|arrow| arrow.from == From::Thread),
            "another thread wakes",
            shapes::thread,
        ),
        ("jump", has_jump(false), "the clock jumps", torn),
        ("passes", has_jump(true), "time passes", torn),
        ("stuck", is_stuck, "nothing can run any more", |shapes, (x, y)| {
            shapes::stop(shapes, (x, y), y + 8.0);
        }),
    ];
    let entry = |(name, occurs, words, shape)| Entry { name, occurs, words, shape };
    entries.into_iter().map(entry).collect()
}

/// Whether something is in the drawing of either runtime.
fn is_in(runtimes: [bool; 2]) -> bool {
    runtimes.contains(&true)
}

/// What is said of it where only tokio has it, where only asyncio has it, where both have it.
fn said(runtimes: [bool; 2], words: [&'static str; 3]) -> &'static str {
    match runtimes {
        [_, false] => words[0],
        [false, true] => words[1],
        [true, true] => words[2],
    }
}

fn bar(shapes: &mut Shapes, (x, y): (f64, f64), half: f64) {
    shapes.rect("run", (x - 11.0, y - half), (22.0, 2.0 * half), 3.0);
}

fn torn(shapes: &mut Shapes, (x, y): (f64, f64)) {
    shapes.path("tear", &format!("M{} {}l5 3l-5 3l5 3l-5 3l5 3", px(x - 2.0), px(y - 8.0)));
}

fn sample(shapes: &mut Shapes, layer: &str, (x, y): (f64, f64)) {
    shapes.stroke(layer, &format!("M{} {}v9", px(x), px(y - 9.0)));
    paint::head(shapes, layer, (x, y + 8.0), -1.0);
}
