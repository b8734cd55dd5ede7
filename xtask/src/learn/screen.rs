//! Words on the screen, below what is there; broken between words where the terminal ends.

use std::io::Write;

use console::measure_text_width;

use crate::show::hanging;
use crate::terminal;

/// Writes to stdout.
///
/// # Errors
///
/// If nobody reads it any more.
pub fn say(text: &str) -> std::io::Result<()> {
    let mut stdout = anstream::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()
}

/// The columns that a line may take.
pub fn width() -> usize {
    terminal::options(false).width
}

/// Each line of `text` in as many as it needs, the others as far from the left as the first.
pub fn wrapped(text: &str, width: usize) -> String {
    text.lines().map(|line| wrapped_line(line, width) + "\n").collect()
}

fn wrapped_line(line: &str, width: usize) -> String {
    if measure_text_width(line) <= width {
        return line.to_owned();
    }
    let words = line.trim_start();
    hanging(&" ".repeat(line.len() - words.len()), words, width).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_break_between_words_and_keep_their_distance() {
        let text = "  one two three four five\nsix\n";
        assert_eq!(wrapped(text, 22), "  one two three four\n  five\nsix\n");
        assert_eq!(wrapped("\u{1b}[1mone\u{1b}[0m two", 7), "\u{1b}[1mone\u{1b}[0m two\n");
    }
}
