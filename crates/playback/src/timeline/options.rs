//! How a timeline is written.

use super::fold::Limits;
use super::signs::{Ink, Signs};

/// How a timeline is written.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How many columns the terminal has.
    pub width: usize,
    /// Whether the signs are ASCII. What the program printed stays as it is.
    pub ascii: bool,
    /// How much is drawn.
    pub limits: Limits,
    /// How many printed lines are listed, at the most.
    pub lines: usize,
    /// Whether each line says why it comes after the one above: only what was recorded in full can.
    pub marks: bool,
    /// Whether the meaning of the signs stands under the lanes.
    pub legend: bool,
    /// What colours a piece of text; it must not change its width.
    pub paint: fn(Ink, &str) -> String,
}

impl Default for Options {
    /// 80 columns of Unicode without colour.
    fn default() -> Self {
        Self {
            width: 80,
            ascii: false,
            limits: Limits::TERMINAL,
            lines: 100,
            marks: true,
            legend: true,
            paint: |_, text| text.to_owned(),
        }
    }
}

impl Options {
    pub(super) fn signs(&self) -> Signs {
        Signs::of(self.ascii)
    }

    pub(super) fn paint(&self, ink: Ink, text: &str) -> String {
        if text.is_empty() { String::new() } else { (self.paint)(ink, text) }
    }
}
