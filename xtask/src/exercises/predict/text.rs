//! What a learner wrote: lines of a program, some of them marked as luck.

/// The mark of a line that could as well have come before the line above it.
pub const MARK: char = '~';

/// The beginning of a line that is none of the program's.
pub const COMMENT: char = '#';

/// An order of a program's lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prediction {
    /// The lines, from the first on.
    pub lines: Vec<Predicted>,
}

/// A line of a prediction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predicted {
    /// What the program prints.
    pub text: String,
    /// Whether it is marked: it could as well have come before the line above it.
    pub is_luck: bool,
    /// Its number in the file, from 1.
    pub number: u32,
}

impl Prediction {
    /// Reads a file. Blanks around a line and its mark do not count, whichever editor left them.
    pub fn parse(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let lines = text.lines().zip(1..).filter_map(|(line, number)| {
            let line = line.trim();
            if line.is_empty() || line.starts_with(COMMENT) {
                return None;
            }
            let (text, is_luck) = match line.strip_prefix(MARK) {
                Some(marked) => (marked.trim_start(), true),
                None => (line, false),
            };
            Some(Predicted { text: text.to_owned(), is_luck, number })
        });
        Self { lines: lines.collect() }
    }
}

/// Whether a program's line can stand in a prediction and be found again.
pub fn can_be_predicted(line: &str) -> bool {
    let is_plain = line.trim() == line && !line.is_empty() && !line.contains(char::is_control);
    is_plain && !line.starts_with([MARK, COMMENT])
}

#[cfg(test)]
mod tests {
    use super::{Prediction, can_be_predicted};

    fn read(text: &str) -> Vec<(String, bool, u32)> {
        let lines = Prediction::parse(text).lines;
        lines.into_iter().map(|line| (line.text, line.is_luck, line.number)).collect()
    }

    fn line(text: &str, is_luck: bool, number: u32) -> (String, bool, u32) {
        (text.to_owned(), is_luck, number)
    }

    #[test]
    fn the_header_and_empty_lines_are_none_of_the_programs() {
        let lines = read("# Goal\n#\n\nfirst\n  # more\n~ second\n");
        assert_eq!(lines, [line("first", false, 4), line("second", true, 6)]);
    }

    #[test]
    fn what_an_editor_leaves_does_not_count() {
        let lines = read("\u{feff}first  \r\n ~second\t\r\n\t~  third\r\n");
        assert_eq!(
            lines,
            [line("first", false, 1), line("second", true, 2), line("third", true, 3)]
        );
    }

    #[test]
    fn a_mark_inside_a_line_is_the_lines_own() {
        assert_eq!(read("a ~ b # c\n"), [line("a ~ b # c", false, 1)]);
    }

    #[test]
    fn a_file_without_lines_is_empty() {
        assert_eq!(read("# Goal\n\n  \n"), []);
        assert_eq!(read(""), []);
    }

    #[test]
    fn a_line_that_reads_as_something_else_cannot_be_predicted() {
        assert!(can_be_predicted("Task A: 2 ~ 3"));
        for line in ["", " a", "a ", "# a", "~ a", "a\tb", "\u{1b}[1m"] {
            assert!(!can_be_predicted(line), "{line:?}");
        }
    }
}
