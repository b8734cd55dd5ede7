//! What stands in the file of an answer: a header, and below it the answer.

use anyhow::Result;

use crate::exercises::bank::{Entry, entries};
use crate::exercises::{Exercise, Kind};
use crate::tidy::read;

/// The last paragraph of a task, for whoever has solved it.
const AFTERWARDS: &str = "**Before you go on:**";

/// The text of an answer that the course knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its name: `start`, `solution`, `wrong_no_await`.
    pub name: String,
    /// Its file, in the exercise's folder.
    pub file: String,
    /// Its header, paragraph by paragraph, without what makes a comment of it.
    pub header: Vec<String>,
    /// What stands below.
    pub code: String,
    /// The number of the first line of that.
    pub first: usize,
}

impl Answer {
    /// The answers to an exercise; the learner's own file is none of them.
    pub fn all(exercise: &Exercise) -> Result<Vec<Self>> {
        entries(exercise)?.iter().map(Self::read).collect()
    }

    fn read(entry: &Entry) -> Result<Self> {
        let file = entry.file.file_name().unwrap_or_default();
        Ok(Self::of(entry.exercise.kind, &entry.name, file, &read(&entry.file)?))
    }

    /// What a text holds.
    pub fn of(kind: Kind, name: &str, file: &str, text: &str) -> Self {
        let comment = kind.comment();
        let header: Vec<&str> = text.lines().map_while(|line| line.strip_prefix(comment)).collect();
        let below: Vec<&str> = text.lines().skip(header.len()).collect();
        let blank = below.iter().take_while(|line| line.trim().is_empty()).count();
        let plain = header.iter().map(|line| line.strip_prefix(' ').unwrap_or(line));
        Self {
            name: name.to_owned(),
            file: file.to_owned(),
            first: header.len() + blank + 1,
            header: paragraphs(plain),
            code: below[blank..].join("\n"),
        }
    }

    /// The task in the header of a start: without its title, the command, and what is asked afterwards.
    pub fn task(&self) -> String {
        let is_command = |paragraph: &str| paragraph.starts_with("    ");
        let asked = self.header.iter().skip(1);
        let asked = asked.filter(|text| !is_command(text) && !text.starts_with(AFTERWARDS));
        asked.map(|text| format!("{text}\n\n")).collect()
    }

    /// What is asked of whoever has solved it.
    pub fn afterwards(&self) -> Option<&str> {
        self.header.iter().find(|text| text.starts_with(AFTERWARDS)).map(String::as_str)
    }

    /// What the header of an answer says of it, in a line.
    pub fn says(&self) -> String {
        let lines = self.header.iter().flat_map(|text| text.lines());
        let said: Vec<&str> = lines.take_while(|line| !line.starts_with("Earns: ")).collect();
        let said = said.join(" ");
        let said =
            ["Right: ", "Wrong: "].iter().find_map(|word| said.strip_prefix(word)).unwrap_or(&said);
        said.trim().to_owned()
    }

    /// How many lines the answer has, without its header.
    pub fn length(&self) -> usize {
        self.code.lines().count()
    }
}

fn paragraphs<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut paragraphs: Vec<String> = vec![String::new()];
    for line in lines {
        match (line.trim_end(), paragraphs.last_mut()) {
            ("", _) => paragraphs.push(String::new()),
            (line, Some(last)) if last.is_empty() => *last += line,
            (line, Some(last)) => *last += &format!("\n{line}"),
            (_, None) => {}
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "//! # Brew\n//!\n//! Boil the\n//! water.\n//!\n//! **First step:** a kettle.\n//!\n\
                         //! **Before you go on:** why\n//! a kettle?\n//!\n//!     cargo xtask check brew\n\n\
                         use tea::Leaf;\n\nfn brew() {}\n";

    #[test]
    fn a_task_is_neither_title_nor_command() {
        let start = Answer::of(Kind::Solve, "start", "start.rs", START);
        assert_eq!(start.task(), "Boil the\nwater.\n\n**First step:** a kettle.\n\n");
        assert_eq!(start.afterwards(), Some("**Before you go on:** why\na kettle?"));
    }

    #[test]
    fn code_begins_below_the_header() {
        let start = Answer::of(Kind::Solve, "start", "start.rs", START);
        assert_eq!((start.code.as_str(), start.first), ("use tea::Leaf;\n\nfn brew() {}", 13));
        assert_eq!(START.lines().nth(start.first - 1), Some("use tea::Leaf;"));
        let bare = Answer::of(Kind::Solve, "start", "start.rs", "fn brew() {}\n");
        assert_eq!((bare.code.as_str(), bare.first, bare.length()), ("fn brew() {}", 1, 1));
    }

    #[test]
    fn a_header_says_one_thing_of_an_answer() {
        let says = |kind, text| Answer::of(kind, "x", "x.rs", text).says();
        assert_eq!(
            says(Kind::Solve, "//! Wrong: too\n//! hot.\n//! Earns: too late\n\nfn a() {}\n"),
            "too hot."
        );
        assert_eq!(says(Kind::Solve, "//! Right: cold.\n\nfn a() {}\n"), "cold.");
        assert_eq!(
            says(Kind::Predict, "# Wrong: in turn.\n# Earns: wrong order\n\na\n"),
            "in turn."
        );
    }
}
