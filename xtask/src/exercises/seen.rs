//! What an answer of the bank earns and does: it is played until both are what they must be, or often
//! enough.

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::Utf8Path;
use console::strip_ansi_codes;
use playback::Recording;
use playback::timeline::{self, Limits, Options};
use records::Clock;

use super::answer::Answer;
use super::bank::Entry;
use super::compiler::first_error;
use super::luck::BadLuck;
use super::runs::{self, Run};
use super::try_out::{self, Tried};
use super::verdict::Verdict;
use super::words::busy_machine;
use super::workshop::{Built, Candidate};
use super::{busy, judge, luck};
use crate::course::Course;
use crate::files::read;
use crate::patience::Patience;
use crate::trouble::Trouble;

/// How often a timeline may be another one until none is kept.
const DRAWINGS: usize = 4;

/// For what a machine has hardly a part in, though it may stand still.
const ONCE_MORE: Patience = Patience { runs: 3, ..Patience::LONG };

/// How an answer's run is drawn for a page: as wide as a page is, without what the signs mean, which it
/// says once.
const DRAWN: Options = Options {
    width: 80,
    ascii: false,
    limits: Limits { lanes: 10, steps: 72 },
    lines: 16,
    marks: true,
    legend: false,
    paint: |_, text| text.to_owned(),
};

/// An answer that was played and judged.
#[derive(Debug)]
pub struct Seen {
    /// What it earned.
    pub verdict: Verdict,
    /// What is kept of it.
    pub run: Run,
    /// What it did.
    pub tried: Tried,
}

/// An answer of the bank, ready to be played.
#[derive(Debug)]
pub struct Case<'a> {
    /// The answer.
    pub entry: Entry<'a>,
    /// Its file under the checks.
    pub candidate: Candidate<'a>,
    /// What it is held against.
    pub answer: Answer,
    /// What it is known by, in what is kept of it.
    of: String,
}

impl<'a> Case<'a> {
    /// An answer, held against what the solution did.
    pub fn new(entry: Entry<'a>, answer: &Answer) -> Result<Self> {
        let (exercise, name, file) = (entry.exercise, entry.name.clone(), entry.file.clone());
        let of = runs::of(exercise, &read(&file)?, &read(&Answer::file(exercise))?)?;
        let candidate = Candidate { exercise, name, file, checks: answer.checks.clone() };
        Ok(Self { entry, candidate, answer: answer.clone(), of })
    }

    /// Plays it until it earns what it must and does what is kept of it, a few times.
    pub fn seen(&self, course: &Course, built: Built, kept: Option<&Run>) -> Result<Seen> {
        let again = |seen: Seen| self.once(course, seen.tried.built);
        let is_its_own =
            |seen: &Seen| self.is_earned(seen) || !seen.tried.may_be_the_machine(&seen.verdict);
        let seen = Patience::LONG.until(self.once(course, built)?, is_its_own, again)?;
        let is_enough = |seen: &Seen| match self.is_earned(seen) {
            true => !kept.is_some_and(|kept| kept.may_come_again(&seen.run)),
            false => !seen.tried.was_stopped(),
        };
        let seen = ONCE_MORE.until(seen, is_enough, again)?;
        if self.is_earned(&seen) || !seen.tried.is_real() || !busy::may_give(&seen.verdict) {
            return Ok(seen);
        }
        let exercise = self.entry.exercise;
        let solution = busy::solution(course, exercise, &self.answer)?;
        let verdict = busy_machine(exercise, &seen.verdict, &solution);
        busy::settled(seen, &solution, |seen| Seen { verdict, ..seen }, again)
    }

    /// The same, to be kept: with a timeline that was seen twice, or with none.
    pub fn seen_twice(&self, course: &Course, built: Built, kept: Option<&Run>) -> Result<Seen> {
        let mut seen = self.seen(course, built, None)?;
        let mut timelines: Vec<Vec<String>> = Vec::new();
        while self.is_earned(&seen) && !timelines.contains(&seen.run.timeline) {
            if seen.run.timeline.is_empty() || timelines.len() == DRAWINGS {
                seen.run.timeline.clear();
                break;
            }
            timelines.push(seen.run.timeline.clone());
            seen = self.seen(course, seen.tried.built, None)?;
        }
        seen.run = seen.run.or_as_kept(kept);
        Ok(seen)
    }

    fn is_earned(&self, seen: &Seen) -> bool {
        seen.verdict.name == self.entry.earns
    }

    fn once(&self, course: &Course, built: Built) -> Result<Seen> {
        let tried = try_out::play(&self.candidate, built)?;
        let judgement = judge::judge(self.entry.exercise, &self.answer, &tried);
        let mut verdict = judgement.verdict.clone();
        let is_shown = !self.entry.name.starts_with("right_");
        let mut timeline = if is_shown { drawn(&tried) } else { Vec::new() };
        if let Some(play) = tried.play.as_ref().filter(|_| verdict.is_right()) {
            let recording = &play.recording;
            let whose = || format!("{} {}", self.entry.exercise.path(), self.entry.name);
            let luck = luck::try_schedules(course, &self.candidate, &judgement, recording)?;
            if let Some(bad) = bad_luck(luck).with_context(whose)? {
                verdict = bad.verdict;
                timeline = lines(&bad.recording, Options { marks: false, ..DRAWN });
            }
        }
        let clock = tried.play.as_ref().and_then(|play| play.recording.clock);
        let refused = refused(&tried, &self.entry.file);
        let run = Run { clock, timeline, refused, ..Run::new(self.of.clone(), &verdict) };
        Ok(Seen { verdict, run, tried })
    }
}

/// The schedule in which an answer fails, if it does in one. Of an answer whose schedules could not be
/// tried nobody knows what it earns.
fn bad_luck(tried: Option<luck::Tried>) -> Result<Option<Box<BadLuck>>> {
    match tried {
        Some(luck::Tried::Fails(bad)) => Ok(Some(bad)),
        Some(luck::Tried::NotTried(why)) => bail!("its other schedules were not tried: {why}"),
        Some(luck::Tried::Holds { .. } | luck::Tried::NotModelled(_)) | None => Ok(None),
    }
}

/// The timeline of a run that is drawn the same each time: on the virtual clock, and not cut off by the
/// runner.
fn drawn(tried: &Tried) -> Vec<String> {
    let is_cut = matches!(
        tried.trouble,
        Some(
            Trouble::EndlessLoop(_)
                | Trouble::BlockedThread(_)
                | Trouble::PolledWithoutEnd { .. }
                | Trouble::OutputFlood
                | Trouble::TookTooLong { .. }
        )
    );
    match &tried.play {
        Some(play) if !is_cut && play.recording.clock == Some(Clock::Virtual) => {
            lines(&play.recording, DRAWN)
        }
        _ => Vec::new(),
    }
}

fn lines(recording: &Recording, options: Options) -> Vec<String> {
    timeline::text(recording, &options).trim_end().lines().map(str::to_owned).collect()
}

/// The first error of the compiler as far as it is about the answer's own text: its notes name files of
/// this machine.
fn refused(tried: &Tried, file: &Utf8Path) -> Vec<String> {
    let error = first_error(&tried.built.words).filter(|_| tried.play.is_none());
    let Some(rendered) = error.and_then(|error| error.rendered.as_deref()) else {
        return Vec::new();
    };
    let name = file.file_name().unwrap_or_default();
    let plain = strip_ansi_codes(rendered).replace(file.as_str(), name);
    let is_its_own = |line: &&str| {
        let line = line.trim_start();
        !line.is_empty()
            && !["= ", "note:", "help:", "::: "].iter().any(|other| line.starts_with(other))
    };
    plain.lines().take_while(is_its_own).map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_whose_schedules_were_not_tried_earns_nothing() {
        let stopped = luck::Tried::NotTried("it was stopped".to_owned());
        assert!(bad_luck(Some(stopped)).is_err());
        let socket = luck::Tried::NotModelled("a socket".to_owned());
        assert!(bad_luck(Some(socket)).expect("that is known").is_none());
    }
}
