//! What each key does.

use anyhow::Result;

use super::{Session, Then};
use crate::exercises::{hints, progress, reset, solution};
use crate::learn::screen::{say, width, wrapped};
use crate::learn::{keys, list, page};
use crate::show::{heading, indented};

impl Session {
    pub(super) fn key(&mut self, key: char) -> Result<Then> {
        if self.question.is_open() {
            return self.answer(key);
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
                self.question.open()?;
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
    fn answer(&mut self, key: char) -> Result<Then> {
        let wanted = self.question.take(key)?.unwrap_or_default();
        if !wanted.trim().is_empty() {
            match list::chosen(&self.course, &self.all, wanted.trim()) {
                Ok(place) => self.go_to(place)?,
                Err(words) => self.line(&words)?,
            }
        }
        Ok(Then::GoOn)
    }
}
