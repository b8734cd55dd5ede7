//! The shapes of a drawing, in layers: what is written later lies above.

use std::fmt::Write;

use super::text::{Font, escaped};

/// A layer: its class, and what all its elements share.
const LAYERS: [(&str, &str); 20] = [
    ("band", ""),
    ("tear", r#" fill="none" stroke-width="1.2""#),
    ("wait", r#" fill="none" stroke-width="1.6" stroke-dasharray="2 3""#),
    ("dots", r#" fill="none" stroke-width="2.6" stroke-linecap="round""#),
    ("spawn", r#" stroke-width="1.8""#),
    ("wake", r#" stroke-width="1.8""#),
    ("queued", r#" stroke-width="1.4" stroke-dasharray="3 2""#),
    ("run", ""),
    ("block", r#" stroke-width="1.6""#),
    ("done", r#" fill="none" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round""#),
    ("cancelled", r#" fill="none" stroke-width="2.6" stroke-linecap="round""#),
    ("panicked", r#" stroke-width="1.2" stroke-linejoin="round""#),
    ("cry", r#" stroke-width="1.8" stroke-linecap="round""#),
    ("source", r#" stroke-width="1.6" stroke-linecap="round""#),
    ("disc", r#" stroke-width="1.5""#),
    ("number", r#" font-size="10" font-weight="700" text-anchor="middle""#),
    ("awaited", r#" font-size="10""#),
    ("words", r#" font-size="12""#),
    ("inner", r#" font-size="13" font-weight="400""#),
    ("names", r#" font-size="13" font-weight="600""#),
];

/// What is drawn, layer by layer.
#[derive(Debug, Default)]
pub struct Shapes {
    layers: [String; LAYERS.len()],
}

/// Where a text stands relative to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Shapes {
    /// A path.
    pub fn path(&mut self, layer: &str, path: &str) {
        self.add(layer, &format!(r#"<path d="{path}"/>"#));
    }

    /// A path that is not filled, in a layer that is.
    pub fn stroke(&mut self, layer: &str, path: &str) {
        self.add(layer, &format!(r#"<path fill="none" d="{path}"/>"#));
    }

    /// A path without an outline, in a layer that has one.
    pub fn fill(&mut self, layer: &str, path: &str) {
        self.add(layer, &format!(r#"<path stroke="none" d="{path}"/>"#));
    }

    /// A dashed line in a layer of solid ones.
    pub fn dashed(&mut self, layer: &str, path: &str) {
        self.add(layer, &format!(r#"<path fill="none" stroke-dasharray="3 3" d="{path}"/>"#));
    }

    /// A rectangle with round corners, which has some width.
    pub fn rect(
        &mut self,
        layer: &str,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        round: f64,
    ) {
        let (x, y, width, height) = (px(x), px(y), px(width.max(1.0)), px(height));
        let rect = format!(
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{}"/>"#,
            px(round)
        );
        self.add(layer, &rect);
    }

    /// A circle.
    pub fn circle(&mut self, layer: &str, (x, y): (f64, f64), radius: f64) {
        let circle = format!(r#"<circle cx="{}" cy="{}" r="{}"/>"#, px(x), px(y), px(radius));
        self.add(layer, &circle);
    }

    /// A text on its base line.
    pub fn text(&mut self, layer: &str, (x, y): (f64, f64), anchor: Anchor, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let text = format!(r#"<text x="{}" y="{}"{anchor}>{}</text>"#, px(x), px(y), escaped(text));
        self.add(layer, &text);
    }

    fn add(&mut self, layer: &str, element: &str) {
        if let Some(place) = LAYERS.iter().position(|(name, _)| *name == layer) {
            self.layers[place].push_str(element);
            self.layers[place].push('\n');
        }
    }

    /// All layers that hold something.
    pub fn written(&self) -> String {
        let mut written = String::new();
        for ((name, shared), content) in LAYERS.iter().zip(&self.layers) {
            if !content.is_empty() {
                let _ = write!(written, "<g class=\"mw-{name}\"{shared}>\n{content}</g>\n");
            }
        }
        written
    }
}

/// The disc with the number of a printed line.
pub fn disc(shapes: &mut Shapes, (x, y): (f64, f64), width: f64, line: usize) {
    shapes.rect("disc", (x - width / 2.0, y - 8.0), (width, 16.0), 8.0);
    let base = y + f64::from(Font::NUMBER.size) * 0.36;
    shapes.text("number", (x, base), Anchor::Start, &(line + 1).to_string());
}

/// The tick of a lane that has returned, on its bar.
pub fn tick(shapes: &mut Shapes, (x, y): (f64, f64)) {
    shapes.path("done", &format!("M{} {}l3.5 3.5l6 -7", px(x - 5.0), px(y + 0.5)));
}

/// The cross of a lane that was cancelled.
pub fn cross(shapes: &mut Shapes, (x, y): (f64, f64)) {
    let (left, top) = (px(x - 5.0), px(y - 5.0));
    shapes.path("cancelled", &format!("M{left} {top}l10 10m0 -10l-10 10"));
}

/// The triangle of a lane that has panicked.
pub fn triangle(shapes: &mut Shapes, (x, y): (f64, f64)) {
    shapes.path("panicked", &format!("M{} {}l9 17h-18z", px(x), px(y - 10.0)));
    shapes.path("cry", &format!("M{} {}v6m0 3v.2", px(x), px(y - 4.0)));
}

/// The burst where a panic begins.
pub fn burst(shapes: &mut Shapes, (x, y): (f64, f64)) {
    let mut path = String::new();
    for point in 0..16 {
        let angle = f64::from(point) * std::f64::consts::PI / 8.0;
        let radius = if point % 2 == 0 { 9.5 } else { 4.5 };
        let letter = if point == 0 { 'M' } else { 'L' };
        let (x, y) = (x + radius * angle.sin(), y - radius * angle.cos());
        let _ = write!(path, "{letter}{} {}", px(x), px(y));
    }
    shapes.path("panicked", &(path + "z"));
    shapes.circle("cry", (x, y), 1.2);
}

/// The clock that wakes.
pub fn clock(shapes: &mut Shapes, (x, y): (f64, f64)) {
    shapes.circle("source", (x, y), 6.5);
    shapes.stroke("source", &format!("M{} {}v4.2h3", px(x), px(y - 4.0)));
}

/// The operating system that wakes.
pub fn system(shapes: &mut Shapes, (x, y): (f64, f64)) {
    shapes.rect("source", (x - 6.0, y - 6.0), (12.0, 12.0), 2.0);
    shapes.stroke("source", &format!("M{} {}v4m4 -4v4", px(x - 2.0), px(y - 2.0)));
}

/// The thread of the program's own that wakes.
pub fn thread(shapes: &mut Shapes, (x, y): (f64, f64)) {
    shapes.path("source", &format!("M{} {}l7 7l-7 7l-7 -7z", px(x), px(y - 7.0)));
}

/// A bar hatched from corner to corner.
pub fn hatched(shapes: &mut Shapes, (x, y): (f64, f64), (width, height): (f64, f64)) {
    shapes.rect("block", (x + 0.8, y + 0.8), (width - 1.6, height - 1.6), 3.0);
    let (left, right, top, bottom) = (x + 1.6, x + width - 1.6, y + 1.6, y + height - 1.6);
    let mut path = String::new();
    let mut pen: Option<(f64, f64)> = None;
    let mut foot = left - (bottom - top) + 5.0;
    while foot < right {
        let (from, to) = (foot.max(left), (foot + bottom - top).min(right));
        if from < to {
            let (low, high) = (bottom - (from - foot), bottom - (to - foot));
            // From point to point, so that what repeats is written alike.
            let _ = match pen {
                None => write!(path, "M{} {}", px(from), px(low)),
                Some((x, y)) => write!(path, "m{} {}", px(from - x), px(low - y)),
            };
            let _ = write!(path, "l{} {}", px(to - from), px(high - low));
            pen = Some((to, high));
        }
        foot += 7.0;
    }
    shapes.path("block", &path);
}

/// The sign at which nothing can run any more, on a line that ends at `bottom`.
pub fn stop(shapes: &mut Shapes, (x, y): (f64, f64), bottom: f64) {
    shapes.rect("panicked", (x - 1.0, y), (2.0, bottom - y), 0.0);
    let path = format!("M{} {}h6l4 4v6l-4 4h-6l-4 -4v-6z", px(x - 3.0), px(y - 7.0));
    shapes.path("panicked", &path);
    shapes.path("cry", &format!("M{} {}h6", px(x - 3.0), px(y)));
}

/// Three dots for what is left out.
pub fn dots(shapes: &mut Shapes, (x, y): (f64, f64)) {
    shapes.path("dots", &format!("M{} {}h.1m6 0h.1m6 0h.1", px(x - 6.0), px(y)));
}

/// A number of pixels, to the tenth.
pub fn px(pixels: f64) -> String {
    let tenths = (pixels * 10.0).round() / 10.0;
    // No -0.
    (tenths + 0.0).to_string()
}
