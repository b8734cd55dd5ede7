//! What the compiler said of an answer.

use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};
use records::Place;

use super::evidence::FILE;

/// The line of the learner's file that the compiler points at.
pub fn place(word: &Diagnostic) -> Option<Place> {
    let span = word.spans.iter().find(|span| span.is_primary && span.file_name == FILE)?;
    let line = u32::try_from(span.line_start).ok()?;
    Some(Place { file: FILE.to_owned(), line, column: 0 })
}

/// The first error that the compiler has.
pub fn first_error(words: &[Diagnostic]) -> Option<&Diagnostic> {
    words.iter().find(|word| matches!(word.level, DiagnosticLevel::Error))
}
