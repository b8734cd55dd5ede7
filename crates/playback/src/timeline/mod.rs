//! Drawings of a run: pure functions from a recording to text.

mod bands;
mod cells;
mod ending;
mod fold;
mod grid;
mod json;
mod legend;
mod options;
mod pages;
mod perfetto;
mod quiet;
mod signs;
mod svg;
mod text;
mod waits;

pub use fold::{Column, Folded, Limits, Row, fold};
pub use json::json;
pub use options::Options;
pub use perfetto::perfetto;
pub use signs::Ink;
pub use svg::{Form, Sign, all_signs, page_colours, signs, svg};
pub use text::{Twin, meanings, text, twins};
