//! The CPythons of this machine.

use std::collections::HashSet;
use std::env;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

/// The oldest that the twins run on: it has task groups and timeouts.
const OLDEST: (u32, u32) = (3, 11);

/// What an interpreter is asked to say of itself.
const QUESTION: &str = "import sys, importlib.util as u; \
    print(sys.implementation.name, *sys.version_info[:3], u.find_spec('aiohttp') is not None)";

/// An interpreter that twins run on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interpreter {
    /// What starts it.
    pub command: Utf8PathBuf,
    /// Its version: major, minor, patch.
    pub version: (u32, u32, u32),
    /// Whether it has the package aiohttp.
    pub has_aiohttp: bool,
}

/// What was found.
#[derive(Debug)]
pub struct Interpreters {
    /// `python3`.
    pub first: Interpreter,
    /// The others, one of each version.
    pub others: Vec<Interpreter>,
    /// What twins cannot run on, in words.
    pub left_out: Vec<String>,
}

impl Interpreter {
    /// `3.11`.
    pub fn minor(&self) -> String {
        format!("{}.{}", self.version.0, self.version.1)
    }

    /// `CPython 3.11.7`.
    pub fn name(&self) -> String {
        let (major, minor, patch) = self.version;
        format!("CPython {major}.{minor}.{patch}")
    }

    fn is_old(&self) -> bool {
        (self.version.0, self.version.1) < OLDEST
    }
}

impl Interpreters {
    /// Asks `python3`, then what else is on the PATH and under pyenv.
    ///
    /// # Errors
    ///
    /// If there is no `python3`, or it is too old.
    pub fn find() -> Result<Self> {
        let install = "install CPython 3.11 or newer (on Debian: apt-get install python3) and have \
                       it first on the PATH; then: cargo xtask compare --live";
        let first = match ask("python3".into()) {
            Some(Ok(first)) => first,
            Some(Err(other)) => {
                bail!("the twins need CPython, and `python3` is {other}: {install}")
            }
            None => bail!("the twins are run by `python3`, and none starts: {install}"),
        };
        if first.is_old() {
            bail!("the twins need CPython 3.11, and `python3` is {}: {install}", first.name());
        }
        let mut known = HashSet::from([first.version]);
        let (mut others, mut old, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
        for command in candidates() {
            match ask(command.clone()) {
                None => {}
                Some(Err(other)) => left_out.push(format!("{command}: it is {other}")),
                Some(Ok(found)) if !known.insert(found.version) => {}
                Some(Ok(found)) if found.is_old() => old.push(found),
                Some(Ok(found)) => others.push(found),
            }
        }
        others.sort_by_key(|other| other.version);
        old.sort_by_key(|other| other.version);
        if !old.is_empty() {
            let names: Vec<String> = old.iter().map(Interpreter::name).collect();
            left_out.push(format!("{}: older than 3.11", names.join(", ")));
        }
        Ok(Self { first, others, left_out })
    }
}

/// What else could be an interpreter; whether it is, it says when asked.
fn candidates() -> Vec<Utf8PathBuf> {
    let mut commands: Vec<Utf8PathBuf> =
        (11..=14).map(|minor| format!("python3.{minor}").into()).collect();
    if let Ok(home) = env::var("HOME") {
        let versions = Utf8Path::new(&home).join(".pyenv/versions");
        let mut found: Vec<Utf8PathBuf> = versions
            .read_dir_utf8()
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path().join("bin/python3"))
            .filter(|command| command.exists())
            .collect();
        found.sort();
        commands.extend(found);
    }
    commands
}

/// What a command says of itself: none if it does not start, an error if it is no CPython.
fn ask(command: Utf8PathBuf) -> Option<Result<Interpreter, String>> {
    let answer = Command::new(&command)
        .args(["-c", QUESTION])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8(answer.stdout).ok()?;
    let words: Vec<&str> = text.split_whitespace().collect();
    let [name, major, minor, patch, has_aiohttp] = words[..] else { return None };
    if name != "cpython" {
        return Some(Err(name.to_owned()));
    }
    let version = (major.parse().ok()?, minor.parse().ok()?, patch.parse().ok()?);
    Some(Ok(Interpreter { command, version, has_aiohttp: has_aiohttp == "True" }))
}
