//! The question for an exercise's number or name. It stays open while other things come to the screen.

use anyhow::Result;

use crate::learn::screen::say;
use crate::learn::{keys, list};

/// What is asked for, and what has been typed of it.
#[derive(Default)]
pub struct Question {
    /// None while nothing is asked for.
    typed: Option<String>,
    /// Whether the question is the last thing on the screen.
    is_shown: bool,
}

impl Question {
    /// Whether a number or a name is asked for.
    pub fn is_open(&self) -> bool {
        self.typed.is_some()
    }

    /// Asks for one.
    pub fn open(&mut self) -> Result<()> {
        self.typed = Some(String::new());
        self.show()
    }

    /// Takes a key; with Enter it hands out what was typed.
    pub fn take(&mut self, key: char) -> Result<Option<String>> {
        self.show()?;
        let Some(typed) = &mut self.typed else { return Ok(None) };
        match key {
            '\n' | '\r' => {
                self.leave()?;
                return Ok(self.typed.take());
            }
            '\u{7f}' | '\u{8}' => {
                if typed.pop().is_some() {
                    say("\u{8} \u{8}")?;
                }
            }
            keys::ESCAPE | keys::END => {
                self.leave()?;
                self.typed = None;
            }
            key if key.is_control() => {}
            key => {
                typed.push(key);
                say(&key.to_string())?;
            }
        }
        Ok(None)
    }

    /// Shows it, with what has been typed, if it is open and not the last thing on the screen.
    pub fn show(&mut self) -> Result<()> {
        let Some(typed) = self.typed.as_deref().filter(|_| !self.is_shown) else { return Ok(()) };
        self.is_shown = true;
        Ok(say(&format!("\n{}{typed}", list::QUESTION))?)
    }

    /// Something else comes to the screen, below it.
    pub fn leave(&mut self) -> Result<()> {
        if std::mem::take(&mut self.is_shown) { Ok(say("\n")?) } else { Ok(()) }
    }
}
