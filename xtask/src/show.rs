//! Words on the screen. Colour goes where a terminal is and `NO_COLOR` is not; it is never the
//! only signal.

use std::fmt::Display;
use std::io::{ErrorKind, Write};
use std::time::Duration;

use anstyle::{AnsiColor, Style};

/// A lesson's or a program's name above what belongs to it.
pub fn heading(text: impl Display) -> String {
    styled(Style::new().bold(), text)
}

/// The name of what went wrong.
pub fn failure(text: impl Display) -> String {
    styled(AnsiColor::Red.on_default().bold(), text)
}

/// What went well.
pub fn success(text: impl Display) -> String {
    styled(AnsiColor::Green.on_default(), text)
}

/// What stands beside the matter itself.
pub fn aside(text: impl Display) -> String {
    styled(Style::new().dimmed(), text)
}

fn styled(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

/// Writes to stdout. A reader who has seen enough (`cargo xtask list | head`) is no error: nobody asks any
/// more how the rest would have ended, so that `cargo xtask test | head` exits with 0 in any case.
pub fn print(text: &str) {
    let mut stdout = anstream::stdout().lock();
    if let Err(error) = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        match error.kind() {
            ErrorKind::BrokenPipe => std::process::exit(0),
            // Nothing that would come after can be said either.
            _ => {
                anstream::eprintln!("{}: writing to stdout: {error}", failure("error"));
                std::process::exit(1)
            }
        }
    }
}

/// A time for a sentence, as short as it is exact: `2 s`, `0.25 s`.
pub fn seconds(time: Duration) -> String {
    format!("{} s", time.as_secs_f64())
}

/// A time on the wall, which nobody needs to the microsecond.
pub fn about(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

/// A program's own words, with control characters spelt out: they do not steer the terminal.
pub fn tame(text: &str) -> String {
    let mut tame = String::new();
    for letter in text.chars() {
        if letter.is_control() && letter != '\n' {
            tame.extend(letter.escape_default());
        } else {
            tame.push(letter);
        }
    }
    tame
}

/// Each line of `text`, two columns further right.
pub fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}").trim_end().to_owned() + "\n").collect()
}

/// `text` with no line longer than `width`, as far as its words allow; what is indented stays as it is.
pub fn wrapped(text: &str, width: usize) -> String {
    let mut wrapped = String::new();
    for line in text.lines() {
        let mut column = 0;
        let words = if line.starts_with(' ') { vec![line] } else { line.split(' ').collect() };
        for (number, word) in words.into_iter().enumerate() {
            let length = console::measure_text_width(word);
            if number > 0 && column + 1 + length > width {
                wrapped.push('\n');
                column = 0;
            } else if number > 0 {
                wrapped.push(' ');
                column += 1;
            }
            wrapped += word;
            column += length;
        }
        wrapped.push('\n');
    }
    wrapped
}

/// `2 programs`, `1 program`.
pub fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// `100,000`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `text` as a sentence begins.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// How many words a command to be typed has: `cargo xtask reset factorials`.
const COMMAND: usize = 4;

/// `text` behind `head`, in so many columns: what follows the first line stands below its beginning.
pub fn hanging(head: &str, text: &str, width: usize) -> String {
    let indent = head.chars().count();
    let room = width.saturating_sub(indent).max(20);
    let mut lines = vec![String::new()];
    for word in words(text) {
        let line = lines.last().map_or(0, |line| line.chars().count());
        if line > 0 && line + 1 + word.chars().count() > room {
            lines.push(word);
        } else if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
    }
    let between = format!("\n{}", " ".repeat(indent));
    format!("{head}{}", lines.join(&between)).trim_end().to_owned() + "\n"
}

/// The words of a text; a number keeps its unit, and a command to be typed its arguments.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let is_unit = word.trim_end_matches(['.', ',', ';', ':', ')']) == "s";
        let is_for = |last: &str| {
            let is_number = last.ends_with(|letter: char| letter.is_ascii_digit());
            let is_command = last.contains("cargo") && last.split(' ').count() < COMMAND;
            is_unit && is_number || is_command
        };
        match words.last_mut() {
            Some(last) if is_for(last) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{grouped, hanging, wrapped};

    #[test]
    fn a_text_hangs_from_its_head_and_keeps_numbers_with_their_unit() {
        let text = hanging("asyncio: ", "the same waits would take the whole of 9 s. No more", 28);
        assert_eq!(
            text,
            "asyncio: the same waits would\n         take the whole of\n         9 s. No more\n"
        );
    }

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!([999, 1_000, 1_000_000].map(grouped), ["999", "1,000", "1,000,000"]);
    }

    #[test]
    fn a_command_stays_in_one_line() {
        let text = hanging("", "To have it back: cargo xtask reset tea", 30);
        assert_eq!(text, "To have it back:\ncargo xtask reset tea\n");
    }

    #[test]
    fn long_lines_go_on_below() {
        assert_eq!(wrapped("one two three\n\nfour", 7), "one two\nthree\n\nfour\n");
        assert_eq!(wrapped("unbreakable", 4), "unbreakable\n");
        assert_eq!(wrapped("    let code = 1;", 8), "    let code = 1;\n");
    }
}
