//! What is remembered of a learner, as data.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// The version of the data. It changes when a runner of today would misunderstand.
const VERSION: u32 = 1;

/// What is remembered, each by the exercise's name; also of exercises that this course does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saved {
    version: u32,
    /// The answers that passed, the last one of each exercise.
    pub passed: BTreeMap<String, Passed>,
    /// The last hint that was told.
    #[serde(default)]
    pub hints: BTreeMap<String, usize>,
    /// The solutions that were asked for before the exercise was solved.
    #[serde(default)]
    pub asked: BTreeSet<String>,
}

/// An answer that passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passed {
    /// The [`hash`](crate::hash::hash) of the answer.json under which it passed. Should another text of
    /// that file have the same, nobody is told that the exercise has changed.
    pub under: String,
    /// The learner's text. All of it: no two texts are the same that differ.
    pub text: String,
}

/// The version alone, which data of any version has.
#[derive(Deserialize)]
struct Version {
    version: u32,
}

impl Default for Saved {
    fn default() -> Self {
        Self {
            version: VERSION,
            passed: BTreeMap::new(),
            hints: BTreeMap::new(),
            asked: BTreeSet::new(),
        }
    }
}

impl Saved {
    /// What a file of these bytes says, or in words what is wrong with it: `is empty`.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err("is empty".to_owned());
        }
        let text = str::from_utf8(bytes).map_err(|_| "is no text".to_owned())?;
        match serde_json::from_str(text) {
            Ok(Version { version: VERSION }) => {}
            Ok(Version { version }) => {
                return Err(format!("is of version {version}, and this runner knows {VERSION}"));
            }
            Err(error) => return Err(format!("is damaged ({error})")),
        }
        serde_json::from_str(text).map_err(|error| format!("is damaged ({error})"))
    }

    /// The bytes of the file.
    pub fn write(&self) -> Result<Vec<u8>> {
        let mut text = serde_json::to_string_pretty(self).context("progress is plain data")?;
        text.push('\n');
        Ok(text.into_bytes())
    }
}
