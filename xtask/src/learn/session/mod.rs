//! What happens in the watch mode: events come in, words go out.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use anyhow::Result;

use super::screen::{say, width, wrapped};
use super::watch::{Save, Watch};
use super::work::{self, Runs};
use super::{Event, page};
use crate::course::Course;
use crate::exercises::Exercise;
use crate::exercises::check::Checked;
use crate::exercises::progress::{self, Progress};
use crate::show::{failure, heading};

mod pressed;
mod question;

use question::Question;

/// How often to look at the terminal's width, and whether a run takes its time.
const MOMENT: Duration = Duration::from_millis(250);

/// How often to kill what a run that is not wanted still starts.
const SOON: Duration = Duration::from_millis(5);

/// How long a run may take until something is said.
const LONG: Duration = Duration::from_secs(3);

/// The state of the watch mode.
pub struct Session {
    course: Arc<Course>,
    all: Vec<Exercise>,
    /// The exercise that is open.
    at: usize,
    progress: Progress,
    tell: Sender<Event>,
    has_keys: bool,
    runs: Runs,
    watch: Option<Watch>,
    /// The number of the watch: what an earlier one has seen is of no interest.
    watched: u32,
    /// What is on the screen, if it is of the exercise that is open.
    last: Option<Box<Checked>>,
    /// The key that must be pressed once more.
    asked: Option<char>,
    question: Question,
    tells_steps: bool,
    has_said_long: bool,
    /// The width that the screen was written for, and the one that was seen last.
    widths: (usize, usize),
}

/// Whether there is more to come.
#[derive(PartialEq)]
enum Then {
    GoOn,
    Quit,
}

impl Session {
    /// With nothing open yet.
    pub fn new(
        course: Arc<Course>,
        all: Vec<Exercise>,
        progress: Progress,
        tell: Sender<Event>,
        has_keys: bool,
    ) -> Self {
        let runs = Runs::new(Arc::clone(&course), tell.clone());
        Self {
            course,
            all,
            at: 0,
            progress,
            tell,
            has_keys,
            runs,
            watch: None,
            watched: 0,
            last: None,
            asked: None,
            question: Question::default(),
            tells_steps: false,
            has_said_long: false,
            widths: (width(), width()),
        }
    }

    /// Says how things stand, and opens the first exercise.
    pub fn begin(&mut self, at: usize, notices: &[String]) -> Result<()> {
        for notice in notices {
            self.line(notice)?;
        }
        let open = self.open()?;
        let all = self.all.len();
        match open.len() {
            0 => self.line(&format!("All {all} exercises are done."))?,
            open => self.line(&format!("{} of {all} exercises done.", all - open))?,
        }
        match self.has_keys {
            true => self.line("Save your file and it is checked. Keys work at any time: ? shows them.")?,
            false => self.line(
                "Save your file and it is checked. Keys do not work, as stdin is no terminal; Ctrl-C \
                 ends it.",
            )?,
        }
        self.go_to(at)
    }

    /// Answers events until it is told to quit.
    pub fn run(&mut self, news: &Receiver<Event>) -> Result<()> {
        loop {
            let pause = if self.runs.is_stopping() { SOON } else { MOMENT };
            let news = news.recv_timeout(pause);
            if matches!(news, Ok(Event::Saved(..) | Event::Told(..) | Event::Checked(..))) {
                self.question.leave()?;
            }
            let then = match news {
                Ok(Event::Key(key)) => self.key(key)?,
                Ok(Event::NoKeys) => self.no_keys()?,
                Ok(Event::Saved(watch, save)) if watch == self.watched => self.saved(save)?,
                Ok(Event::Told(number, text)) if self.runs.is_wanted(number) => {
                    self.widths.0 = width();
                    say(&text)?;
                    Then::GoOn
                }
                Ok(Event::Saved(..) | Event::Told(..)) => Then::GoOn,
                Ok(Event::Checked(number, checked)) => self.checked(number, checked)?,
                Err(RecvTimeoutError::Timeout) => self.moment()?,
                Err(RecvTimeoutError::Disconnected) => Then::Quit,
            };
            if then == Then::Quit {
                return Ok(());
            }
            if !self.runs.is_stopping() && self.runs.under_way().is_none() {
                self.question.show()?;
            }
            self.runs.kill();
        }
    }

    fn exercise(&self) -> &Exercise {
        &self.all[self.at]
    }

    /// The name of the learner's file.
    fn file(&self) -> String {
        self.exercise().file().file_name().unwrap_or_default().to_owned()
    }

    /// The places of the exercises that are not done.
    fn open(&self) -> Result<Vec<usize>> {
        let mut open = Vec::new();
        for (place, exercise) in self.all.iter().enumerate() {
            if !self.progress.state(exercise)?.is_solved() {
                open.push(place);
            }
        }
        Ok(open)
    }

    fn line(&self, text: &str) -> Result<()> {
        Ok(say(&wrapped(text, width()))?)
    }

    /// Opens an exercise, and has what lies there checked.
    fn go_to(&mut self, at: usize) -> Result<()> {
        self.runs.cancel();
        self.at = at;
        self.last = None;
        self.tells_steps = false;
        let is_done = self.progress.is_passed(self.exercise())?;
        let state = match is_done {
            true => "It is done: what lies there has passed. Checking it.",
            false => "Checking what lies there.",
        };
        let place = format!("\n{}", heading(format!("Exercise {} of {}", at + 1, self.all.len())));
        say(&(place + &page::opened(&self.course, self.exercise(), state)))?;
        self.watched += 1;
        let file = self.exercise().file();
        self.watch = Some(Watch::on(file, self.watched, self.tell.clone()));
        self.start();
        Ok(())
    }

    /// Has what lies there checked; whether a run was stopped for it.
    fn start(&mut self) -> bool {
        self.has_said_long = false;
        let exercise = self.exercise().clone();
        self.runs.start(&exercise)
    }

    fn saved(&mut self, save: Save) -> Result<Then> {
        match save {
            Save::Changed => match self.start() {
                true => self.line("\nSaved; the run before it is stopped. Checking.")?,
                false => self.line("\nSaved. Checking.")?,
            },
            Save::Back => {
                self.start();
                self.line(&format!("\n{} is there again. Checking.", self.file()))?;
            }
            Save::Unchanged => self.line("\nSaved, and nothing is changed in it.")?,
            Save::Gone => {
                self.runs.cancel();
                self.line(&format!(
                    "\n{} is gone. Write it anew, or press x twice to have the start back; the watch \
                     goes on.",
                    self.file()
                ))?;
            }
        }
        Ok(Then::GoOn)
    }

    fn checked(&mut self, number: u32, checked: work::Checked) -> Result<Then> {
        if !self.runs.is_over(number) {
            return Ok(Then::GoOn);
        }
        match checked {
            Ok(checked) => {
                let is_right = checked.judgement.verdict.is_right();
                // Of a save that has not been told yet the next run will say what it is.
                if checked.text.is_some() {
                    progress::said(self.progress.learn(&self.all[self.at], &checked));
                }
                self.last = Some(checked);
                self.tells_steps = false;
                if is_right { self.after_right()? } else { self.after_wrong()? }
            }
            Err(error) => {
                let words = format!("{}: {error:#}", failure("error"));
                self.line(&format!("{words}\nThe watch goes on: r tries again."))?;
            }
        }
        Ok(Then::GoOn)
    }

    fn after_right(&mut self) -> Result<()> {
        if let Some(afterwards) = page::afterwards(self.exercise()) {
            self.line(&format!("\n  {afterwards}"))?;
        }
        let next = self.next()?.map(|next| self.all[next].path());
        match (self.has_keys, next) {
            (true, Some(next)) => {
                self.keys(&[&format!("n next: {next}"), "s solution", "? all keys"])
            }
            (true, None) => {
                self.line("\n  All exercises are done.")?;
                self.keys(&["s solution", "l list", "? all keys", "q quit"])
            }
            (false, Some(_)) => self.line("\n  The next one: cargo xtask learn"),
            (false, None) => self.line("\n  All exercises are done."),
        }
    }

    fn after_wrong(&self) -> Result<()> {
        match page::recording(self.last.as_deref().expect("it is on the screen")) {
            _ if !self.has_keys => Ok(()),
            Some(_) => self.keys(&["h hint", "t steps", "l list", "? all keys"]),
            None => self.keys(&["h hint", "l list", "? all keys"]),
        }
    }

    fn keys(&self, keys: &[&str]) -> Result<()> {
        Ok(say(&format!("\n{}", page::keys(keys)))?)
    }

    /// The exercise after this one; after the last, the first that is open, if it is another.
    fn next(&self) -> Result<Option<usize>> {
        if self.at + 1 < self.all.len() {
            return Ok(Some(self.at + 1));
        }
        Ok(self.open()?.into_iter().find(|place| *place != self.at))
    }

    fn no_keys(&mut self) -> Result<Then> {
        self.has_keys = false;
        self.line(
            "\nstdin is closed: keys do not work any more. The watch goes on; Ctrl-C ends it.",
        )?;
        Ok(Then::GoOn)
    }

    fn moment(&mut self) -> Result<Then> {
        if !self.has_said_long && self.runs.under_way().is_some_and(|time| time >= LONG) {
            self.has_said_long = true;
            self.line("Still at it. Keys work meanwhile, and a save starts it anew.")?;
        }
        let now = width();
        let is_still = now == self.widths.1;
        self.widths.1 = now;
        // While somebody drags a window's edge, each look finds another width.
        if is_still && now != self.widths.0 && !self.question.is_open() {
            self.widths.0 = now;
            if let Some(last) = &self.last {
                say(&format!("\n{}\n", heading("The same, for the new width")))?;
                say(&page::checked(&self.course, self.exercise(), last))?;
            }
        }
        Ok(Then::GoOn)
    }
}
