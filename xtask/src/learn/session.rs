//! What happens in the watch mode: events come in, words go out.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use anyhow::Result;

use super::screen::{say, width, wrapped};
use super::watch::{Save, Watch};
use super::work::{self, Runs};
use super::{Event, keys, list, page};
use crate::course::Course;
use crate::exercises::check::Checked;
use crate::exercises::progress::{self, Progress};
use crate::exercises::{Exercise, hints, reset, solution};
use crate::show::{failure, heading, indented};

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
    /// What has been typed of an exercise's number or name, while that is asked for.
    typed: Option<String>,
    /// Whether that question is the last thing on the screen.
    is_asking: bool,
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
            typed: None,
            is_asking: false,
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
                self.leave_the_question()?;
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
                self.ask()?;
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
                if is_right { self.is_right()? } else { self.is_wrong()? }
            }
            Err(error) => {
                let words = format!("{}: {error:#}", failure("error"));
                self.line(&format!("{words}\nThe watch goes on: r tries again."))?;
            }
        }
        Ok(Then::GoOn)
    }

    fn is_right(&mut self) -> Result<()> {
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

    fn is_wrong(&self) -> Result<()> {
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
        if is_still && now != self.widths.0 && self.typed.is_none() {
            self.widths.0 = now;
            if let Some(last) = &self.last {
                say(&format!("\n{}\n", heading("The same, for the new width")))?;
                say(&page::checked(&self.course, self.exercise(), last))?;
            }
        }
        Ok(Then::GoOn)
    }

    fn key(&mut self, key: char) -> Result<Then> {
        if self.typed.is_some() {
            return self.typed(key);
        }
        let key = key.to_ascii_lowercase();
        let is_asked_again = self.asked.take() == Some(key);
        match key {
            'h' => self.hint()?,
            'n' => self.go_on()?,
            'p' if self.at == 0 => self.line("\nThis is the first exercise.")?,
            'p' => self.go_to(self.at - 1)?,
            'l' => {
                say(&list::list(&self.all, self.at, &self.progress)?)?;
                self.typed = Some(String::new());
                self.ask()?;
            }
            'r' => match self.start() {
                true => self.line("\nThe run under way is stopped. Checking again.")?,
                false => self.line("\nChecking again.")?,
            },
            't' => self.timeline()?,
            's' => self.solution(is_asked_again)?,
            'x' => self.reset(is_asked_again)?,
            '?' => say(&format!("\n{}\n{}", heading("Keys"), indented(page::KEYS)))?,
            'q' | keys::END => return Ok(Then::Quit),
            keys::SUSPEND => {
                keys::suspend()?;
                self.line("\nBack; the watch went on.")?;
            }
            '\n' | '\r' => say("\n")?,
            key if key.is_control() => {}
            key => self.line(&format!("\n`{key}` is no key of the watch; ? shows them."))?,
        }
        Ok(Then::GoOn)
    }

    fn hint(&mut self) -> Result<()> {
        let count = hints::count(self.exercise())?;
        if count == 0 {
            return self.line("\nThis exercise has no hints. s shows the solution.");
        }
        let told = self.progress.hint(self.exercise());
        let level = (told + 1).min(count);
        let hint = hints::hint(self.exercise(), level)?.unwrap_or_default();
        let title = heading(format!("Hint {level} of {count}"));
        say(&format!("\n{title}\n{}", wrapped(&indented(&hint), width())))?;
        if told >= count {
            let name = &self.exercise().name;
            return self.line(&format!(
                "That was the last one. s shows the solution. All hints: cargo xtask hint {name} --all"
            ));
        }
        progress::said(self.progress.told(&self.all[self.at], level));
        Ok(())
    }

    fn go_on(&mut self) -> Result<()> {
        let is_open = !self.progress.state(self.exercise())?.is_solved();
        match self.next()? {
            Some(next) => {
                if is_open {
                    let name = self.exercise().path();
                    self.line(&format!("\n{name} stays open; p goes back to it."))?;
                }
                self.go_to(next)
            }
            None if is_open => {
                self.line("\nThis is the last exercise, and the only one that is open.")
            }
            None => self.line("\nThis is the last exercise, and all are done. l lists them."),
        }
    }

    fn timeline(&mut self) -> Result<()> {
        let Some(recording) = self.last.as_deref().and_then(page::recording) else {
            return self
                .line("\nThere is no run to show: nothing has run yet, or it did not compile.");
        };
        let whole = if self.tells_steps { page::whole_timeline(recording) } else { None };
        let (title, text) = match whole {
            Some(whole) => ("All of the timeline", whole),
            None => ("The run, step by step", page::steps(recording)),
        };
        self.tells_steps = !self.tells_steps;
        Ok(say(&format!("\n{}\n{text}", heading(title)))?)
    }

    fn solution(&mut self, is_asked_again: bool) -> Result<()> {
        let exercise = self.exercise();
        let is_free = self.progress.was_solved(exercise) || self.progress.has_asked(exercise);
        if !is_asked_again && !is_free {
            self.asked = Some('s');
            return self.line(
                "\nYou have not solved it yet. s once more shows the solution all the same.",
            );
        }
        Ok(say(&format!("\n{}", solution::text(&self.course, self.exercise())?))?)
    }

    fn reset(&mut self, is_asked_again: bool) -> Result<()> {
        if !is_asked_again {
            self.asked = Some('x');
            return self.line("\nx once more puts the start back; your text is kept.");
        }
        let said = reset::put_back(&self.course, self.exercise(), false)?;
        self.line(&format!("\n{}", said.trim_end()))
    }

    /// A key, while a number or a name is asked for.
    fn typed(&mut self, key: char) -> Result<Then> {
        self.ask()?;
        let Some(typed) = &mut self.typed else { return Ok(Then::GoOn) };
        match key {
            '\n' | '\r' => {
                self.leave_the_question()?;
                let wanted = self.typed.take().unwrap_or_default();
                if wanted.trim().is_empty() {
                    return Ok(Then::GoOn);
                }
                match list::chosen(&self.course, &self.all, wanted.trim()) {
                    Ok(place) => self.go_to(place)?,
                    Err(words) => self.line(&words)?,
                }
            }
            '\u{7f}' | '\u{8}' => {
                if typed.pop().is_some() {
                    say("\u{8} \u{8}")?;
                }
            }
            keys::ESCAPE | keys::END => {
                self.leave_the_question()?;
                self.typed = None;
            }
            key if key.is_control() => {}
            key => {
                typed.push(key);
                say(&key.to_string())?;
            }
        }
        Ok(Then::GoOn)
    }

    /// Asks for a number or a name, with what has been typed of it, if that is open and not the last
    /// thing on the screen.
    fn ask(&mut self) -> Result<()> {
        let Some(typed) = self.typed.as_deref().filter(|_| !self.is_asking) else { return Ok(()) };
        self.is_asking = true;
        Ok(say(&format!("\n{}{typed}", list::QUESTION))?)
    }

    /// Something else comes to the screen, below the question that is open.
    fn leave_the_question(&mut self) -> Result<()> {
        if std::mem::take(&mut self.is_asking) { Ok(say("\n")?) } else { Ok(()) }
    }
}
