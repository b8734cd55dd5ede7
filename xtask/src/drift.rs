//! How two transcripts differ, line by line.

use std::fmt;

use similar::{ChangeTag, TextDiff};

/// What became of the lines of one transcript in another.
#[derive(Debug, PartialEq, Eq)]
pub struct Drift {
    changes: Vec<Change>,
}

/// What became of a line. Line numbers are from 1.
#[derive(Debug, PartialEq, Eq)]
enum Change {
    /// It is printed no more.
    Lost { was: usize, line: String },
    /// It was not printed before.
    New { now: usize, line: String },
    /// It stands at another place.
    Moved { was: usize, now: usize, line: String },
    /// The same lane prints the same text at another time.
    Retimed { was: usize, now: usize, before: String, line: String },
}

impl Drift {
    /// What changed from `was` to `now`.
    pub fn between(was: &str, now: &str) -> Self {
        let (was, now) = (was.trim_end().to_owned() + "\n", now.trim_end().to_owned() + "\n");
        let diff = TextDiff::from_lines(&was, &now);
        let mut lost: Vec<(usize, String)> = Vec::new();
        let mut new: Vec<(usize, String)> = Vec::new();
        for change in diff.iter_all_changes() {
            let line = change.value().trim_end_matches('\n').to_owned();
            match (change.tag(), change.old_index(), change.new_index()) {
                (ChangeTag::Delete, Some(at), _) => lost.push((at + 1, line)),
                (ChangeTag::Insert, _, Some(at)) => new.push((at + 1, line)),
                _ => {}
            }
        }
        let mut changes = Vec::new();
        pair(&mut lost, &mut new, words, |(was, _), (now, line)| {
            if was != now {
                changes.push(Change::Moved { was, now, line });
            }
        });
        pair(&mut lost, &mut new, without_time, |(was, before), (now, line)| {
            changes.push(Change::Retimed { was, now, before, line });
        });
        changes.extend(lost.into_iter().map(|(was, line)| Change::Lost { was, line }));
        changes.extend(new.into_iter().map(|(now, line)| Change::New { now, line }));
        changes.sort_by_key(Change::place);
        Self { changes }
    }
}

/// Takes out of both lists the lines that are the same by `key`, first with first.
fn pair(
    lost: &mut Vec<(usize, String)>,
    new: &mut Vec<(usize, String)>,
    key: fn(&str) -> String,
    mut found: impl FnMut((usize, String), (usize, String)),
) {
    let mut left = Vec::new();
    for line in lost.drain(..) {
        match new.iter().position(|(_, other)| key(other) == key(&line.1)) {
            Some(at) => found(line, new.remove(at)),
            None => left.push(line),
        }
    }
    *lost = left;
}

/// A row without the width of its columns.
fn words(row: &str) -> String {
    row.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same without its first column, if that is a time.
fn without_time(row: &str) -> String {
    let mut words: Vec<&str> = row.split_whitespace().collect();
    if let [number, "s", ..] = words[..]
        && number.parse::<f64>().is_ok()
    {
        words.drain(..2);
    }
    words.join(" ")
}

impl Change {
    /// Where it is told, and what of one place is told first.
    fn place(&self) -> (usize, u8) {
        match self {
            Self::Lost { was, .. } => (*was, 0),
            Self::Retimed { now, .. } => (*now, 1),
            Self::Moved { now, .. } => (*now, 2),
            Self::New { now, .. } => (*now, 3),
        }
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.changes.is_empty() {
            writeln!(f, "  The lines are the same, the spaces in them are not.")?;
        }
        for change in &self.changes {
            match change {
                Change::Lost { was, line } => writeln!(f, "  - lost   {was:>3}        {line}")?,
                Change::New { now, line } => writeln!(f, "  + new         → {now:<3} {line}")?,
                Change::Moved { was, now, line } => {
                    writeln!(f, "  ~ moved  {was:>3} → {now:<3}  {line}")?;
                }
                Change::Retimed { was, now, before, line } => {
                    writeln!(f, "  ~ was    {was:>3}        {before}")?;
                    writeln!(f, "    now         → {now:<3} {line}")?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Drift;

    #[test]
    fn names_what_became_of_each_line() {
        let was =
            "0 s  a  1  one\n0 s  a  2  two\n0 s  a  3  three\n1 s  b  1  four\n1 s  c  1  x\n";
        let now =
            "0 s  a  2  two\n0 s  a  3  three\n0 s  a  1  one\n2 s  b  1  four\n2 s  b  2  y\n";
        insta::assert_snapshot!(Drift::between(was, now), @"
        ~ moved    1 → 3    0 s  a  1  one
        ~ was      4        1 s  b  1  four
          now         → 4   2 s  b  1  four
        - lost     5        1 s  c  1  x
        + new         → 5   2 s  b  2  y
        ");
    }

    #[test]
    fn wider_columns_are_no_change_of_lines() {
        let drift = Drift::between("0 s  a  1  one\n", " 0 s  a   1  one\n");
        assert_eq!(drift.to_string(), "  The lines are the same, the spaces in them are not.\n");
    }
}
