//! The figures that are kept for the book, in `docs/soak.json`.
//!
//! One object, sorted, with a version:
//!
//! - `programs`: for each program of the course, by its path,
//!   - `runs`: how many runs ended well on each flavour (`its_own`: the program builds its runtimes),
//!   - `refused`: how many runs panicked, or ended with an exit code, on the flavour that is not the
//!     program's own; left out if there is none,
//!   - `impossible`: the flavour that it does not end on, and why; left out if there is none,
//!   - `because`: how many pairs of lines are *because*, how often two such lines were compared, and
//!     how often they came the other way round (0, or nothing is kept),
//!   - `pairs`: two lines that follow each other and are not *because*: the number of the later line,
//!     from 1, both texts, what the order rests on, and for each flavour how often the two came the
//!     other way round, of how many runs that printed both.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8PathBuf;
use playback::Order;
use serde::{Deserialize, Serialize};

use crate::course::{Course, Program};
use crate::files::replace;
use crate::show::count;
use crate::soak::Soaked;
use crate::soak::flavors::Flavor;

/// The version of the file; it changes when a reader of the older one would misunderstand.
pub const VERSION: u32 = 1;

/// The file.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// [`VERSION`] of the writer.
    pub version: u32,
    /// By the program's path.
    pub programs: BTreeMap<String, KeptProgram>,
}

/// A program's figures.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptProgram {
    /// How many ended well, by flavour.
    pub runs: BTreeMap<String, usize>,
    /// How many panicked or ended with an exit code, by flavour.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub refused: BTreeMap<String, usize>,
    /// The flavour that it does not end on, and why.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub impossible: BTreeMap<String, String>,
    /// What became of the pairs that are *because*.
    pub because: KeptClaims,
    /// The neighbours that are not.
    pub pairs: Vec<KeptPair>,
}

/// What became of the pairs that are *because*.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptClaims {
    /// How many there are.
    pub pairs: usize,
    /// How often two such lines were compared.
    pub compared: usize,
    /// How often they came the other way round.
    pub flips: usize,
}

/// Two lines that follow each other.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptPair {
    /// The number of the later line, from 1.
    pub line: usize,
    /// The text of the line before it.
    pub earlier: String,
    /// Its own text.
    pub later: String,
    /// The order's name.
    pub order: String,
    /// By flavour: `[how often the other way round, of how many runs]`.
    pub flips: BTreeMap<String, (usize, usize)>,
}

impl Kept {
    /// The flavours that the kept runs of a program ended on.
    pub fn flavors(&self, program: &Program) -> Vec<Flavor> {
        let runs = self.programs.get(&program.path()).map(|program| &program.runs);
        let has_ended = |flavor: &Flavor| {
            runs.is_some_and(|runs| runs.get(&flavor.to_string()).is_some_and(|runs| *runs > 0))
        };
        [Flavor::CurrentThread, Flavor::MultiThread].into_iter().filter(has_ended).collect()
    }
}

/// Keeps the figures of these programs beside those of others, if all went well; says what it did.
pub fn keep(course: &Course, all: &[Soaked], is_fine: bool) -> Result<String> {
    let file = file(course);
    let shown = file.strip_prefix(&course.root).unwrap_or(&file);
    if !is_fine {
        return Ok(format!("Nothing is kept in {shown}: mend what failed, and soak again.\n"));
    }
    let mut kept = read(course)?;
    kept.version = VERSION;
    kept.programs.extend(all.iter().map(|soaked| (soaked.program.path(), figures(soaked))));
    let known: Vec<String> = course.programs().map(Program::path).collect();
    kept.programs.retain(|path, _| known.contains(path));
    let text = serde_json::to_string_pretty(&kept).context("writing the figures as JSON")? + "\n";
    replace(&file, text.as_bytes())?;
    Ok(format!("The figures of {} are kept in {shown}.\n", count(all.len(), "program")))
}

/// The figures that are kept today; none if there is no file.
pub fn read(course: &Course) -> Result<Kept> {
    let file = file(course);
    if !file.is_file() {
        return Ok(Kept::default());
    }
    let text = fs::read_to_string(&file).with_context(|| format!("reading {file}"))?;
    serde_json::from_str(&text).with_context(|| {
        format!("reading {file}, which is written by `cargo xtask soak --keep`: remove it")
    })
}

fn file(course: &Course) -> Utf8PathBuf {
    course.root.join("docs/soak.json")
}

/// What is kept of one program.
pub fn figures(soaked: &Soaked) -> KeptProgram {
    let Soaked { claims, tallies, .. } = soaked;
    let mut because = KeptClaims { pairs: 0, compared: 0, flips: soaked.flips(Order::Because) };
    let mut pairs = Vec::new();
    for (index, pair) in claims.pairs.iter().enumerate() {
        let counted = tallies.iter().map(|(flavor, tally)| (flavor, &tally.pairs[index]));
        if pair.order == Order::Because {
            because.pairs += 1;
            because.compared += counted.map(|(_, counted)| counted.of).sum::<usize>();
            continue;
        }
        pairs.push(KeptPair {
            line: pair.later + 1,
            earlier: claims.text(pair.earlier),
            later: claims.text(pair.later),
            order: pair.order.name().to_owned(),
            flips: counted
                .map(|(f, counted)| (f.to_string(), (counted.flips, counted.of)))
                .collect(),
        });
    }
    let impossible = soaked.impossible.iter();
    let refused = tallies.iter().filter(|(_, tally)| tally.failed > 0);
    KeptProgram {
        runs: tallies.iter().map(|(flavor, tally)| (flavor.to_string(), tally.runs)).collect(),
        refused: refused.map(|(flavor, tally)| (flavor.to_string(), tally.failed)).collect(),
        impossible: impossible.map(|(f, why)| (f.to_string(), why.name().to_owned())).collect(),
        because,
        pairs,
    }
}
