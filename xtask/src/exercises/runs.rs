//! What each answer that the course knows did: `runs.json`, beside the answers. The book's pages of
//! exercises are made of it, without a run.
//!
//! `cargo xtask bank NAME --accept` makes it. `cargo test` holds the names of the texts in it against
//! the texts that lie there, and `cargo xtask bank` holds what it says against what it sees.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8PathBuf;
use records::Clock;
use serde::{Deserialize, Serialize};

use super::Exercise;
use super::evidence::FILE;
use super::verdict::{Name, Verdict};
use crate::drift::Drift;
use crate::files;
use crate::hash::hash;

/// What the answers to an exercise did, by their names: `start`, `solution`, `wrong_no_await`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Runs(pub BTreeMap<String, Run>);

/// What an answer did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// The name of the text that did it, and of all that it was judged by.
    pub of: String,
    /// The name of the verdict that it earned.
    pub verdict: String,
    /// The line that the verdict rests on: `exercise.rs:14`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Why.
    pub why: String,
    /// What asyncio would have done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub asyncio: String,
    /// The clock that it ran on, if it compiled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<Clock>,
    /// Its timeline, line by line; right by luck, that of a schedule in which it fails. None where it is
    /// not the same each time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timeline: Vec<String>,
    /// What rustc says first, if it did not compile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<String>,
}

/// The name of an answer's text and of all that it is judged by: what the solution did, under which
/// checks, and what the manifest asks for.
pub fn of(exercise: &Exercise, text: &str, answer: &str) -> Result<String> {
    let asks = &exercise.asks;
    let asked = (asks.tasks, asks.on_time, asks.never_blocks, asks.explored, &asks.says);
    let asked = serde_json::to_string(&asked).context("what is asked for is plain data")?;
    Ok(hash(&[text, answer, &asked].join("\0")))
}

impl Runs {
    /// The file, whether it is there or not.
    pub fn file(exercise: &Exercise) -> Utf8PathBuf {
        exercise.folder.join("runs.json")
    }

    /// How it is made anew.
    pub fn mend(exercise: &Exercise) -> String {
        format!("cargo xtask bank {} --accept", exercise.path())
    }

    /// Reads what the answers to an exercise did.
    pub fn read(exercise: &Exercise) -> Result<Self> {
        let file = Self::file(exercise);
        let mend = || format!("reading {file}: to make it anew, {}", Self::mend(exercise));
        let text = fs::read_to_string(&file).with_context(mend)?;
        serde_json::from_str(&text).with_context(mend)
    }

    /// Writes it beside the answers.
    pub fn write(&self, exercise: &Exercise) -> Result<()> {
        let text = serde_json::to_string_pretty(self).context("runs are plain data")?;
        files::replace(&Self::file(exercise), (text + "\n").as_bytes())
    }
}

impl Run {
    /// What a verdict says, of a text of this name.
    pub fn new(of: String, verdict: &Verdict) -> Self {
        Self {
            of,
            verdict: verdict.name.clone(),
            place: verdict.place.as_ref().map(ToString::to_string),
            why: without_ports(&verdict.why),
            asyncio: verdict.asyncio.clone(),
            clock: None,
            timeline: Vec::new(),
            refused: Vec::new(),
        }
    }

    /// The line of the answer's own file that the verdict rests on.
    pub fn line(&self) -> Option<&str> {
        self.place.as_deref()?.strip_prefix(FILE)?.strip_prefix(':')
    }

    /// How another run of the same answer differs, where it must not: what was measured on the wall may,
    /// and a timeline that is not kept.
    pub fn drift(&self, now: &Self) -> Option<Drift> {
        let mut now = now.clone();
        if self.timeline.is_empty() {
            now.timeline.clear();
        }
        if *self == now || self.is_measured() && now.is_measured() && self.is_of_the_same(&now) {
            return None;
        }
        let said = |run: &Self| serde_json::to_string_pretty(run).unwrap_or_default();
        Some(Drift::between(&said(self), &said(&now)))
    }

    /// Whether another run of the same answer may do what this one did, which `now` did not.
    pub fn may_come_again(&self, now: &Self) -> bool {
        self.of == now.of && self.drift(now).is_some()
    }

    /// The run that is to be kept of these two of one answer: the one that is kept already, if it says as
    /// much.
    pub fn or_as_kept(self, kept: Option<&Self>) -> Self {
        let says_as_much = |kept: &&Self| {
            kept.timeline.is_empty() == self.timeline.is_empty() && kept.drift(&self).is_none()
        };
        kept.filter(says_as_much).cloned().unwrap_or(self)
    }

    fn is_of_the_same(&self, other: &Self) -> bool {
        (&self.of, &self.verdict, self.clock) == (&other.of, &other.verdict, other.clock)
    }

    /// Whether its words or its timeline hold times on the wall, which no two runs share, or how far it
    /// came until the runner ended it.
    fn is_measured(&self) -> bool {
        let measured = [Name::BlockedTheThread, Name::EndlessLoop, Name::TookTooLong];
        self.clock == Some(Clock::Real) || measured.iter().any(|name| self.verdict == name.text())
    }
}

/// The text, with one word for each port of this machine: the system gives another one each time.
fn without_ports(text: &str) -> String {
    const HOST: &str = "127.0.0.1:";
    let mut parts = text.split(HOST);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|letter: char| letter.is_ascii_digit());
        plain += &format!("{HOST}{}{rest}", if rest.len() < part.len() { "PORT" } else { "" });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(verdict: Name, why: &str, clock: Clock) -> Run {
        let verdict = Verdict::new(verdict, why, "");
        Run { clock: Some(clock), ..Run::new("text".to_owned(), &verdict) }
    }

    #[test]
    fn a_port_is_not_kept() {
        let why = "no answer: http://127.0.0.1:43603/4, 127.0.0.1:9, localhost";
        let kept = run(Name::Panicked, why, Clock::Real);
        assert_eq!(kept.why, "no answer: http://127.0.0.1:PORT/4, 127.0.0.1:PORT, localhost");
        assert_eq!(run(Name::Panicked, &kept.why, Clock::Real).why, kept.why);
    }

    #[test]
    fn the_virtual_clock_says_the_same_each_time() {
        let kept = run(Name::TooLate, "at 3 s", Clock::Virtual);
        assert!(kept.drift(&kept.clone()).is_none());
        let now = run(Name::TooLate, "at 4 s", Clock::Virtual);
        let drift = kept.drift(&now).expect("it differs").to_string();
        assert!(drift.contains("at 3 s") && drift.contains("at 4 s"), "{drift}");
        assert_eq!(now.clone().or_as_kept(Some(&kept)), now);
    }

    #[test]
    fn what_the_wall_measures_stays_as_it_was_kept() {
        for (verdict, clock) in
            [(Name::TooLate, Clock::Real), (Name::BlockedTheThread, Clock::Virtual)]
        {
            let kept = run(verdict, "0.4 s", clock);
            let now = run(verdict, "0.5 s", clock);
            assert!(kept.drift(&now).is_none());
            assert_eq!(now.or_as_kept(Some(&kept)), kept);
        }
    }

    #[test]
    fn a_timeline_that_is_not_the_same_each_time_is_not_kept() {
        let kept = run(Name::TooLate, "at 3 s", Clock::Virtual);
        let now = Run { timeline: vec!["main ▇▇✓".to_owned()], ..kept.clone() };
        assert!(kept.drift(&now).is_none());
        assert!(now.drift(&kept).is_some());
        assert_eq!(now.clone().or_as_kept(Some(&kept)), now);
    }

    #[test]
    fn another_verdict_or_another_text_is_no_matter_of_the_wall() {
        let kept = run(Name::TooLate, "", Clock::Real);
        assert!(kept.drift(&run(Name::TooEarly, "", Clock::Real)).is_some());
        let other = Run { of: "other".to_owned(), ..kept.clone() };
        assert!(kept.drift(&other).is_some());
    }

    #[test]
    fn what_another_text_did_does_not_come_again() {
        let kept = run(Name::TooLate, "at 3 s", Clock::Virtual);
        let now = run(Name::TooLate, "at 4 s", Clock::Virtual);
        assert!(kept.may_come_again(&now));
        assert!(!kept.may_come_again(&kept));
        assert!(!kept.may_come_again(&Run { of: "other".to_owned(), ..now }));
    }

    #[test]
    fn a_line_is_one_of_the_answers_own() {
        let run = run(Name::TooLate, "", Clock::Virtual);
        let at = |place: &str| Run { place: Some(place.to_owned()), ..run.clone() };
        assert_eq!(at("exercise.rs:14").line(), Some("14"));
        assert_eq!(at("checks.rs:14").line(), None);
        assert_eq!(run.line(), None);
    }
}
