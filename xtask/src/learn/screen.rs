//! Words on the screen, below what is there; broken between words where the terminal ends.

use std::io::Write;

use console::measure_text_width;

use crate::timeline::screen;

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
    screen::options(false).width
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
    let indent = " ".repeat(line.len() - words.len());
    let (mut wrapped, mut column) = (indent.clone(), indent.len());
    for word in words.split(' ') {
        let length = measure_text_width(word);
        if column > indent.len() && column + 1 + length > width {
            wrapped += "\n";
            wrapped += &indent;
            column = indent.len();
        } else if column > indent.len() {
            wrapped.push(' ');
            column += 1;
        }
        wrapped += word;
        column += length;
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_break_between_words_and_keep_their_distance() {
        assert_eq!(wrapped("  one two three\nfour\n", 9), "  one two\n  three\nfour\n");
        assert_eq!(wrapped("  incomprehensibilities, it", 9), "  incomprehensibilities,\n  it\n");
        assert_eq!(wrapped("\u{1b}[1mone\u{1b}[0m two", 7), "\u{1b}[1mone\u{1b}[0m two\n");
    }
}
