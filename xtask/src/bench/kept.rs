//! The figures behind the page, in `docs/costs.json`.
//!
//! One object, with a version:
//!
//! - `loads`: by a load's name,
//!   - `made`: the date, how many rounds, whether it was a quick run, how busy the machine was before
//!     it, the machine and the versions,
//!   - `left_out`: what was not measured and why, in sentences,
//!   - `sizes`: each N, with the figures of each contender, round by round: nanoseconds a unit on the
//!     wall (`wall`) and of all processors (`cpu`), and bytes a unit (`bytes`, of sleepers alone). A round
//!     has the same place in all of them, so that ratios can be taken within it.
//! - `own`: by the name of a bench of the course's own costs, its `made`, its command, and its tables: a
//!   cell is one figure, or the middle one, the smallest and the largest.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::Utf8Path;
use serde::{Deserialize, Serialize};

use crate::bench::conditions::Conditions;
use crate::bench::contenders::Contender;
use crate::files::replace;

/// The version of the file; it changes when a reader of the older one would misunderstand.
pub const VERSION: u32 = 1;

/// Where the figures are, from the course's folder.
pub const FILE: &str = "docs/costs.json";

/// The file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// [`VERSION`] of the writer.
    pub version: u32,
    /// By the load's name.
    #[serde(default)]
    pub loads: BTreeMap<String, Measured>,
    /// By the bench's name.
    #[serde(default)]
    pub own: BTreeMap<String, Own>,
}

/// How figures were made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Made {
    /// The day, in UTC.
    pub date: String,
    /// Whether the run was a quick one, which shows that the bench works, and little more.
    pub quick: bool,
    /// How many rounds were made.
    pub rounds: usize,
    /// The mean number of processes that wanted a processor in the minute before the run, by the system.
    pub load_average: f64,
    /// Where and with what.
    pub conditions: Conditions,
}

/// What a load came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// How.
    pub made: Made,
    /// What was left out, and why.
    #[serde(default)]
    pub left_out: Vec<String>,
    /// From small to large.
    pub sizes: Vec<Size>,
}

/// One N.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Size {
    /// The number.
    pub n: u64,
    /// What each that was measured came to.
    pub figures: BTreeMap<Contender, Figures>,
}

/// A contender's figures, round by round.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Nanoseconds a unit on the wall.
    pub wall: Vec<f64>,
    /// Nanoseconds a unit of all processors.
    pub cpu: Vec<f64>,
    /// Bytes a unit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bytes: Vec<f64>,
}

/// What a bench of the course's own costs came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Own {
    /// How.
    pub made: Made,
    /// What makes it.
    pub command: String,
    /// What was left out, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
    /// What it says.
    pub tables: Vec<Table>,
}

/// A table of a bench.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What stands above it.
    pub title: String,
    /// What the columns are, that of the names included.
    pub head: Vec<String>,
    /// What was measured, and its cells.
    pub rows: Vec<(String, Vec<Vec<f64>>)>,
}

impl Default for Kept {
    fn default() -> Self {
        Self { version: VERSION, loads: BTreeMap::new(), own: BTreeMap::new() }
    }
}

impl Kept {
    /// The figures that are kept today; none if there is no file.
    pub fn read(root: &Utf8Path) -> Result<Self> {
        let file = root.join(FILE);
        if !file.is_file() {
            return Ok(Self::default());
        }
        let text = fs::read_to_string(&file).with_context(|| format!("reading {file}"))?;
        let mend = "it is written by `cargo xtask bench`: remove it, and run that again";
        let kept: Self =
            serde_json::from_str(&text).with_context(|| format!("reading {file}: {mend}"))?;
        if kept.version != VERSION {
            bail!("reading {file}: it is of version {}, not {VERSION}: {mend}", kept.version);
        }
        Ok(kept)
    }

    /// Writes them.
    pub fn write(&self, root: &Utf8Path) -> Result<()> {
        replace(&root.join(FILE), self.json()?.as_bytes())
    }

    /// As the file has them.
    pub fn json(&self) -> Result<String> {
        let text = serde_json::to_string_pretty(self).context("writing the figures as JSON")?;
        Ok(numbers_in_one_line(&text) + "\n")
    }

    /// Takes a load's figures, unless they are a quick run's and there are those of a whole one.
    pub fn take_load(&mut self, name: &str, measured: Measured) -> bool {
        let is_worse = |known: &Measured| measured.made.quick && !known.made.quick;
        if self.loads.get(name).is_some_and(is_worse) {
            return false;
        }
        self.loads.insert(name.to_owned(), measured);
        true
    }

    /// Takes a bench's figures, likewise.
    pub fn take_own(&mut self, name: &str, own: Own) -> bool {
        if self.own.get(name).is_some_and(|known| own.made.quick && !known.made.quick) {
            return false;
        }
        self.own.insert(name.to_owned(), own);
        true
    }
}

/// Lists of nothing but numbers, a line each.
fn numbers_in_one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut joined: Vec<String> = Vec::new();
    let mut place = 0;
    while place < lines.len() {
        let is_number = |line: &&&str| line.trim().trim_end_matches(',').parse::<f64>().is_ok();
        let numbers = lines[place + 1..].iter().take_while(is_number).count();
        if lines[place].ends_with('[') && numbers > 0 {
            let inside: Vec<&str> =
                lines[place + 1..=place + numbers].iter().map(|line| line.trim()).collect();
            let end = lines[place + numbers + 1].trim();
            joined.push(format!("{}{}{end}", lines[place], inside.join(" ")));
            place += numbers + 2;
        } else {
            joined.push(lines[place].to_owned());
            place += 1;
        }
    }
    joined.join("\n")
}

#[cfg(test)]
mod tests {
    use super::numbers_in_one_line;

    #[test]
    fn numbers_stand_in_one_line() {
        let text = serde_json::json!({ "a": [1, 2.5], "b": ["x", "y"], "c": [[1], []] });
        let pretty = serde_json::to_string_pretty(&text).expect("it is JSON");
        let shorter = numbers_in_one_line(&pretty);
        assert!(shorter.contains("\"a\": [1, 2.5],\n"), "{shorter}");
        let again: serde_json::Value = serde_json::from_str(&shorter).expect("it still is");
        assert_eq!(again, text);
    }
}
