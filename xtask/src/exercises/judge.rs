//! Holds what an answer did against what the solution did.

use std::time::Duration;

use cargo_metadata::diagnostic::Diagnostic;
use playback::{Order, Orders, Recording};
use records::Clock;

use super::Exercise;
use super::answer::{Answer, Match};
use super::compiler::place;
use super::evidence::Evidence;
use super::try_out::Tried;
use super::verdict::{Name, Verdict};
use super::words;
use crate::play::Play;

/// A poll that takes this long has kept the thread from all others; no computation of an exercise
/// does.
const TOO_LONG: Duration = Duration::from_millis(100);

/// On the real clock, how much later than the solution a line may come, in microseconds.
const LATE: u64 = 90_000;

/// And how much earlier.
const EARLY: u64 = 50_000;

/// What an answer is, and which of its lines came in order without a promise.
#[derive(Debug)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// Pairs of lines, by their index in the run, of which the first must come first, does, and is not
    /// promised to: another schedule may swap them.
    pub luck: Vec<(usize, usize)>,
}

/// Judges an answer that was tried out.
pub fn judge(exercise: &Exercise, answer: &Answer, tried: &Tried) -> Judgement {
    let certain = |verdict| Judgement { verdict, luck: Vec::new() };
    let Some(play) = &tried.play else {
        return certain(words::does_not_compile(&tried.built.words));
    };
    if let Some(trouble) = &tried.trouble
        && let Some(verdict) = words::of_trouble(trouble, play)
    {
        return certain(verdict);
    }
    if let Some(verdict) = words::left_early(play) {
        return certain(verdict);
    }
    let case = Case::new(exercise, answer, tried, play);
    match case.fault() {
        Some(verdict) => certain(verdict),
        None => Judgement {
            verdict: Verdict::new(Name::Right, words::right(case.evidence.ended_at, play), ""),
            luck: case.luck(),
        },
    }
}

/// Everything that a verdict rests on.
struct Case<'a> {
    exercise: &'a Exercise,
    answer: &'a Answer,
    words: &'a [Diagnostic],
    recording: &'a Recording,
    evidence: Evidence,
    found: Match,
    orders: Orders,
}

impl<'a> Case<'a> {
    fn new(exercise: &'a Exercise, answer: &'a Answer, tried: &'a Tried, play: &'a Play) -> Self {
        let recording = &play.recording;
        Self {
            exercise,
            answer,
            words: &tried.built.words,
            recording,
            evidence: Evidence::of(recording),
            found: Match::of(answer, recording),
            orders: recording.orders(),
        }
    }

    /// What is wrong: the first of these that is.
    fn fault(&self) -> Option<Verdict> {
        self.authored()
            .or_else(|| self.blocked())
            .or_else(|| self.too_few_tasks())
            .or_else(|| self.left_behind())
            .or_else(|| self.never_awaited())
            .or_else(|| self.in_turn())
            .or_else(|| self.wrong_result())
            .or_else(|| self.wrong_time())
            .or_else(|| self.wrong_order())
    }

    /// What the exercise itself says of a line that is missing, or there.
    fn authored(&self) -> Option<Verdict> {
        let is_missing = |beginning: &str| self.missing().any(|line| line.starts_with(beginning));
        let is_printed = |beginning: &str| {
            let mut more = self.found.more.iter().chain(&self.found.unknown);
            more.any(|line| self.text(*line).starts_with(beginning))
        };
        let says = self.exercise.asks.says.iter().find(|says| {
            says.missing.as_deref().is_none_or(is_missing)
                && says.printed.as_deref().is_none_or(is_printed)
        })?;
        Some(Verdict {
            name: says.verdict.clone(),
            why: says.why.clone(),
            place: None,
            asyncio: says.asyncio.clone(),
        })
    }

    fn blocked(&self) -> Option<Verdict> {
        let longest = self.evidence.longest.as_ref().filter(|poll| poll.took >= TOO_LONG)?;
        let asks = self.exercise.asks.never_blocks;
        let is_in_order = !asks && self.missing().next().is_none() && self.untimely().is_none();
        (!is_in_order).then(|| words::blocked(self.recording.name(Some(longest.lane)), longest))
    }

    fn too_few_tasks(&self) -> Option<Verdict> {
        let (asked, spawned) = (self.exercise.asks.tasks, self.evidence.tasks);
        (spawned < asked).then(|| words::no_task(asked, spawned))
    }

    fn left_behind(&self) -> Option<Verdict> {
        if self.evidence.left.len() <= self.answer.left {
            return None;
        }
        Some(words::left_behind(&self.evidence.left, self.evidence.joined, self.evidence.ended_at))
    }

    /// Lines are missing, and the compiler saw a future that nobody uses; or the run was over before
    /// it could have got so far, and printed nothing else instead.
    fn never_awaited(&self) -> Option<Verdict> {
        let missing = self.missing().next()?;
        let lint = self.words.iter().find(|word| is_unused(word));
        let is_short = self.evidence.ended_at + self.early() < self.answer.ended_at;
        if lint.is_none() && !(is_short && self.found.unknown.is_empty()) {
            return None;
        }
        Some(words::never_awaited(missing, lint))
    }

    fn in_turn(&self) -> Option<Verdict> {
        let is_late = self.evidence.ended_at > self.answer.ended_at + self.late();
        let is_serial = self.evidence.at_once < self.answer.at_once;
        let asks = self.exercise.asks.on_time && is_late && is_serial;
        asks.then(|| words::in_turn(self.evidence.ended_at, self.answer, &self.evidence.timers))
    }

    fn wrong_result(&self) -> Option<Verdict> {
        if let Some(missing) = self.missing().next() {
            let instead = self.found.unknown.first().map(|line| self.text(*line));
            return Some(words::wrong_result(missing, instead.as_deref()));
        }
        let twice = self.found.more.first()?;
        Some(words::printed_again(&self.text(*twice)))
    }

    fn wrong_time(&self) -> Option<Verdict> {
        let (line, is, should) = self.untimely()?;
        Some(words::wrong_time(&line, is, should))
    }

    fn wrong_order(&self) -> Option<Verdict> {
        let swapped = self.asked_pairs().find(|(first, second)| first > second);
        let (first, second) = swapped?;
        Some(words::wrong_order(&self.text(first), &self.text(second)))
    }

    /// The pairs that are in order, and not promised to be.
    fn luck(&self) -> Vec<(usize, usize)> {
        let is_luck = |(a, b): &(usize, usize)| self.orders.between(*a, *b) == Order::NotPromised;
        self.asked_pairs().filter(is_luck).collect()
    }

    /// Each two lines of the run of which the solution's first comes before its second in every
    /// schedule.
    fn asked_pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let found = &self.found.found;
        self.answer.lines.iter().enumerate().flat_map(move |(later, line)| {
            line.because.iter().filter_map(move |first| Some((found[*first]?, found[later]?)))
        })
    }

    /// The first line of the solution that comes at another time, when it does and when it should; or
    /// the end, if only that does.
    fn untimely(&self) -> Option<(String, u64, u64)> {
        if !self.exercise.asks.on_time {
            return None;
        }
        let is_off = |is: u64, should: u64| is > should + self.late() || is + self.early() < should;
        let lines = self.answer.lines.iter().zip(&self.found.found);
        let mut times = lines.filter_map(|(line, found)| {
            Some((line.text.clone(), self.recording.lines[(*found)?].at, line.at))
        });
        let line = times.find(|(_, is, should)| is_off(*is, *should));
        line.or_else(|| {
            let (is, should) = (self.evidence.ended_at, self.answer.ended_at);
            is_off(is, should).then(|| (String::new(), is, should))
        })
    }

    /// The solution's lines that the run does not print.
    fn missing(&self) -> impl Iterator<Item = &str> {
        let lines = self.answer.lines.iter().zip(&self.found.found);
        lines.filter(|(_, found)| found.is_none()).map(|(line, _)| line.text.as_str())
    }

    fn text(&self, line: usize) -> String {
        String::from_utf8_lossy(&self.recording.lines[line].text).into_owned()
    }

    fn late(&self) -> u64 {
        if self.recording.clock == Some(Clock::Real) { LATE } else { 0 }
    }

    fn early(&self) -> u64 {
        if self.recording.clock == Some(Clock::Real) { EARLY } else { 0 }
    }
}

/// Whether the compiler complains of a future, or of a variable, that nobody uses.
fn is_unused(word: &Diagnostic) -> bool {
    let names = ["unused_must_use", "unused_variables", "unused_assignments"];
    let is_named = word.code.as_ref().is_some_and(|code| names.contains(&code.code.as_str()));
    is_named && place(word).is_some()
}
